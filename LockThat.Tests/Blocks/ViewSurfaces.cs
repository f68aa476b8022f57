using LockThat.Blocks;
using LockThat.Blocks.Details;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Settings;

namespace LockThat.Tests.Blocks;

/// <summary>The modals and Homes among the <see cref="Surfaces"/>.</summary>
internal sealed class ViewSurfaces(Words words, IWording says)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeaseLine BobsLease = new(
        "lease-bob",
        "U0BOB",
        Noon.AddMinutes(20),
        Noon.AddHours(1),
        null
    );
    private static readonly LengthLimits Limits = new(TimeSpan.FromDays(1), TimeSpan.FromDays(366));
    private static readonly ModalMemory FromHome = new(ModalOrigin.Home);
    private static readonly ModalMemory FromMessage = new(
        ModalOrigin.Message,
        ResponseUrl: "https://hooks.slack.com/actions/T0/1/x",
        BlockId: "one"
    );
    private readonly LeaseLine _adasLease = new("lease-ada", "U0ADA", Noon, Noon.AddHours(2), words.Reason);

    private ResourceLine Free => new(words.Name);

    private ResourceLine Own => new(words.Name, _adasLease, IsOwn: true);

    private ResourceLine Others => new(words.Name, _adasLease);

    private ResourceLine InLine =>
        Others with
        {
            Waiting = 2,
            Place = new(2, Noon.AddHours(3), TimeSpan.FromMinutes(45), words.Reason) { Wait = "wait-ada" },
        };

    private ResourceLine OthersTurn => Free with { Turn = new("wait-bob", "U0BOB", Noon.AddMinutes(10)), Waiting = 2 };

    private ResourceLine OwnTurn =>
        OthersTurn with
        {
            IsOwnTurn = true,
            Place = new(1, Noon, TimeSpan.FromHours(1), words.Reason) { Wait = "wait-ada" },
        };

    private LockModal.Answers Filled =>
        new(words.Name, new(TimeSpan.FromHours(2), null, IsCustom: false), words.Reason);

    private LockModal.Answers Custom => new(words.Name, new(null, Noon.AddHours(5), IsCustom: true), null);

    private Prose Event =>
        says.HistoryLocked(new(words.Name, "U0ADA", Noon), TimeSpan.FromHours(2), words.Reason, true);

    private ModalViewDefinition Details(ResourceLine line, int waiting) =>
        DetailsModal.For(
            says,
            FromHome,
            line,
            [
                .. Enumerable
                    .Range(0, waiting)
                    .Select(place => new WaitingLine(
                        $"U0{place}",
                        TimeSpan.FromHours(1),
                        words.Reason,
                        place == 0 ? null : Noon.AddHours(place)
                    )),
            ],
            [.. Enumerable.Repeat(Event, 5)],
            "id name"
        );

    private ModalViewDefinition History(HistoryMemory memory, int events, long? older = null) =>
        HistoryModal.For(
            says,
            memory,
            [.. Enumerable.Repeat(Event, events)],
            older,
            [("locks", says.LocksKind), ("line", says.LineKind)]
        );

    public IReadOnlyDictionary<string, ModalViewDefinition> Modals =>
        new Dictionary<string, ModalViewDefinition>
        {
            ["modal-details"] = Details(Others, waiting: 0),
            ["modal-details-own"] = Details(Own, waiting: 2),
            ["modal-details-turn"] = Details(OwnTurn, waiting: 1),
            ["modal-details-long-line"] = Details(Others, waiting: 25),
            ["modal-details-gone"] = DetailsModal.Gone(says, FromHome, Replies.Say(says.Gone(words.Name))),
            ["modal-settings"] = SettingsPage.For(
                says,
                new(DrawnFor: null),
                [
                    new(
                        "locks",
                        says.LocksLine,
                        [(says.LongestLockLabel, Prose.Of($"{says.UsualLength(TimeSpan.FromDays(366))}"))]
                    ),
                    new(
                        "rights",
                        says.RightsLine,
                        [(says.AdministratorsLabel, Prose.Of($"{new UserMention("U0ADA")}"))]
                    ),
                ],
                Replies.Say(says.RulesSaved)
            ),
            ["modal-settings-form"] = SettingsForm.For(
                says,
                new(DrawnFor: null) { Page = "V1", Line = "rights" },
                says.RightsLine,
                [
                    new("a", says.MayDeleteLabel, "b", [("a", says.AnybodyChoice), ("b", says.AdministratorsChoice)]),
                    new("b", says.AdministratorsLabel, "U0ADA U0BOB", Choices: null),
                    new("c", says.AdministratorsLabel, "", Choices: null),
                ]
            ),
            ["modal-history"] = History(
                new("id", words.Name, null) { Pages = [0], Before = 40 },
                events: 20,
                older: 20
            ),
            ["modal-history-filtered"] = History(new(null, null, null) { Person = "U0ADA", Kind = "line" }, events: 0),
            ["modal-lock"] = LockModal.For(says, FromHome, Limits),
            ["modal-lock-fixed"] = LockModal.For(says, FromMessage with { Name = words.Name }, Limits),
            ["modal-lock-filled"] = LockModal.For(says, FromHome, Limits, Filled),
            ["modal-lock-custom"] = LockModal.For(says, FromHome, Limits, Custom),
            ["modal-lock-custom-empty"] = LockModal.For(
                says,
                FromHome,
                Limits,
                new(Length: new(null, null, IsCustom: true))
            ),
            ["modal-lock-short-maximum"] = LockModal.For(
                says,
                FromHome,
                new(TimeSpan.FromHours(1), TimeSpan.FromHours(3))
            ),
            ["modal-extend"] = ExtendModal.For(says, FromMessage, Own, Limits),
            ["modal-extend-which"] = ExtendModal.For(
                says,
                FromHome,
                [Own, new("device-1", _adasLease, IsOwn: true)],
                Limits
            ),
            ["modal-extend-changed"] = ExtendModal.For(
                says,
                FromMessage,
                Own,
                Limits,
                TimeSpan.FromHours(4),
                says.EndChangedSinceDrawn
            ),
            ["modal-extend-short-maximum"] = ExtendModal.For(
                says,
                FromMessage,
                Own,
                new(TimeSpan.FromHours(1), TimeSpan.FromHours(3))
            ),
            ["modal-create"] = CreateModal.For(says, FromHome),
            ["modal-create-filled"] = CreateModal.For(says, FromHome, new(words.Name, LockNow: true)),
            ["modal-delete"] = DeleteModal.For(says, FromHome, Free, watchers: 0),
            ["modal-delete-held"] = DeleteModal.For(says, FromHome, Own, watchers: 2),
            ["modal-delete-own-turn"] = DeleteModal.For(says, FromHome, OwnTurn, watchers: 1),
            ["modal-delete-awaited"] = DeleteModal.For(says, FromHome, Own with { Waiting = 3 }, watchers: 0),
            ["modal-join"] = JoinModal.For(says, FromMessage, Others, Noon.AddHours(2), Limits),
            ["modal-ask"] = AskModal.For(says, FromMessage, Others, Limits),
            ["modal-ask-filled"] = AskModal.For(
                says,
                FromMessage,
                InLine,
                Limits,
                new(new(TimeSpan.FromHours(2), null, IsCustom: false), words.Reason),
                says.ChangedSinceDrawn
            ),
            ["modal-keep"] = KeepModal.For(
                says,
                FromMessage,
                Own with
                {
                    Waiting = 2,
                },
                new("ask-cleo", "U0CLEO", TimeSpan.FromHours(1), words.Reason)
            ),
            ["modal-give"] = GiveModal.For(says, FromHome, Own),
            ["modal-join-again"] = JoinModal.For(says, FromHome, InLine, Noon.AddHours(4), Limits),
            ["modal-join-changed"] = JoinModal.For(
                says,
                FromHome,
                OthersTurn,
                null,
                new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20)),
                new(Filled.Length, Filled.Reason, IsLengthTouched: true, IsReasonTouched: true),
                says.ChangedSinceDrawn
            ),
            ["modal-override-turn"] = OverrideModal.For(says, FromMessage, OthersTurn, Limits),
            ["modal-override"] = OverrideModal.For(says, FromMessage, Others, Limits),
            ["modal-override-filled"] = OverrideModal.For(
                says,
                FromHome,
                Others,
                Limits,
                Custom,
                says.SomebodyElseHasIt
            ),
            ["modal-result"] = ResultModal.For(
                says,
                Replies.About(says, Own, line => says.Locked(line, TimeSpan.FromHours(2), isCreated: false))
            ),
        };

    public IReadOnlyDictionary<string, HomeViewDefinition> Homes =>
        new Dictionary<string, HomeViewDefinition>
        {
            ["home-empty"] = Whole([]),
            ["home"] = Whole([
                new("device-1", BobsLease),
                new("device-2", BobsLease, IsWatched: true),
                new("device-3"),
                Own,
            ]),
            ["home-of-lines"] = Whole([
                OthersTurn with
                {
                    Name = "device-1",
                },
                new ResourceLine("device-2", BobsLease, IsWatched: true) { Waiting = 2 },
                OwnTurn with
                {
                    Name = "device-3",
                },
                InLine,
                new ResourceLine("train", _adasLease, IsOwn: true) { Waiting = 1 },
            ]),
            ["home-of-administrator"] = HomeTab.For(
                says,
                [Free],
                [Free],
                0,
                "",
                rights: new HomeRights(ChangeRules: true)
            ),
            ["home-of-looking-guest"] = HomeTab.For(
                says,
                [
                    Free with
                    {
                        MayUse = false,
                        MayDelete = false,
                    },
                    Own with
                    {
                        MayUse = false,
                        MayDelete = false,
                    },
                    Others with
                    {
                        MayUse = false,
                        MayOverride = false,
                        MayDelete = false,
                    },
                ],
                [Free with { MayUse = false, MayDelete = false }, Own with { MayUse = false, MayDelete = false }],
                0,
                "",
                rights: new HomeRights(Use: false, Create: false)
            ),
            ["home-said"] = Whole([Free, Own], 0, Replies.About(says, Free, says.Unlocked)),
            ["home-filtered"] = HomeTab.For(
                says,
                [Free, new("device-1", BobsLease)],
                [new("device-1", BobsLease)],
                0,
                "DEV"
            ),
            ["home-filtered-none"] = HomeTab.For(
                says,
                [new("device-1", BobsLease), new("device-2")],
                [],
                0,
                words.Filter
            ),
            ["home-second-page"] = Whole(
                [.. Enumerable.Range(10, 43).Select(number => new ResourceLine($"device-{number}"))],
                1
            ),
            ["home-of-others"] = VisitorsHome.For(says, words.Typed),
            ["home-of-others-unnamed"] = VisitorsHome.For(says, null),
            ["home-to-open-again"] = VisitorsHome.ToOpenAgain(says),
        };

    private HomeViewDefinition Whole(IReadOnlyList<ResourceLine> lines, int page = 0, Message? said = null) =>
        HomeTab.For(says, lines, lines, page, "", said);
}
