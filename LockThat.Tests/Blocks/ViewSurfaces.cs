using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>The modals and Homes among the <see cref="Surfaces"/>.</summary>
internal sealed class ViewSurfaces(Words words)
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

    private LockModal.Answers Filled =>
        new(words.Name, new(TimeSpan.FromHours(2), null, IsCustom: false), words.Reason);

    private LockModal.Answers Custom => new(words.Name, new(null, Noon.AddHours(5), IsCustom: true), null);

    public IReadOnlyDictionary<string, ModalViewDefinition> Modals =>
        new Dictionary<string, ModalViewDefinition>
        {
            ["modal-lock"] = LockModal.For(FromHome, Limits),
            ["modal-lock-fixed"] = LockModal.For(FromMessage with { Name = words.Name }, Limits),
            ["modal-lock-filled"] = LockModal.For(FromHome, Limits, Filled),
            ["modal-lock-custom"] = LockModal.For(FromHome, Limits, Custom),
            ["modal-lock-custom-empty"] = LockModal.For(FromHome, Limits, new(Length: new(null, null, IsCustom: true))),
            ["modal-lock-short-maximum"] = LockModal.For(FromHome, new(TimeSpan.FromHours(1), TimeSpan.FromHours(3))),
            ["modal-extend"] = ExtendModal.For(FromMessage, Own, Limits),
            ["modal-extend-which"] = ExtendModal.For(FromHome, [Own, new("device-1", _adasLease, IsOwn: true)], Limits),
            ["modal-extend-changed"] = ExtendModal.For(
                FromMessage,
                Own,
                Limits,
                TimeSpan.FromHours(4),
                Prose.Of($":eyes: *Nothing was done:* the end has changed meanwhile.")
            ),
            ["modal-extend-short-maximum"] = ExtendModal.For(
                FromMessage,
                Own,
                new(TimeSpan.FromHours(1), TimeSpan.FromHours(3))
            ),
            ["modal-create"] = CreateModal.For(FromHome),
            ["modal-create-filled"] = CreateModal.For(FromHome, new(words.Name, LockNow: true)),
            ["modal-delete"] = DeleteModal.For(FromHome, Free, watchers: 0),
            ["modal-delete-held"] = DeleteModal.For(FromHome, Own, watchers: 2),
            ["modal-override"] = OverrideModal.For(FromMessage, Others, Limits),
            ["modal-override-filled"] = OverrideModal.For(
                FromHome,
                Others,
                Limits,
                Custom,
                Prose.Of($":no_entry: *Not locked.* Somebody else has it.")
            ),
            ["modal-result"] = ResultModal.For(Replies.Locked(Own, "2 hours", created: false)),
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
            ["home-said"] = Whole([Free, Own], 0, Replies.Unlocked(Free)),
            ["home-filtered"] = HomeTab.For([Free, new("device-1", BobsLease)], [new("device-1", BobsLease)], 0, "DEV"),
            ["home-filtered-none"] = HomeTab.For([new("device-1", BobsLease), new("device-2")], [], 0, words.Filter),
            ["home-second-page"] = Whole(
                [.. Enumerable.Range(10, 43).Select(number => new ResourceLine($"device-{number}"))],
                1
            ),
            ["home-of-others"] = VisitorsHome.For(words.Typed),
            ["home-of-others-unnamed"] = VisitorsHome.For(null),
            ["home-to-open-again"] = VisitorsHome.ToOpenAgain(),
        };

    private static HomeViewDefinition Whole(IReadOnlyList<ResourceLine> lines, int page = 0, Message? said = null) =>
        HomeTab.For(lines, lines, page, "", said);
}
