using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>Typed texts, as far as the app keeps or repeats them.</summary>
/// <param name="Name">A resource.</param>
/// <param name="Reason">Why it is locked; null for no reason.</param>
/// <param name="Typed">A text that can be no name.</param>
/// <param name="Filter">A text that no name contains.</param>
internal sealed record Words(string Name, string? Reason, string Typed, string Filter)
{
    public static Words Usual { get; } = new("test-site", "demo", "my site", "zebra");
}

/// <summary>Everything that the app shows in one language, once each, from plain values.</summary>
internal sealed partial class Surfaces(Words words, IWording says)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeaseLine BobsLease = new(
        "lease-bob",
        "U0BOB",
        Noon.AddMinutes(20),
        Noon.AddHours(1),
        null
    );
    private IReadOnlyDictionary<string, Message>? _messages;
    private readonly LeaseLine _adasLease = new("lease-ada", "U0ADA", Noon, Noon.AddHours(2), words.Reason);

    /// <summary>With words as anybody types them, in English.</summary>
    public static Surfaces Usual { get; } = new(Words.Usual, new English());

    public IReadOnlyDictionary<string, byte[]> All =>
        Messages
            .ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value))
            .Concat(Views.Modals.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
            .Concat(Views.Homes.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
            .ToDictionary();

    private ViewSurfaces Views => new(words, says);

    private ResourceLine Free => new(words.Name);

    private static ActorLine Former => new("U0CLEO") { IsFormer = true };

    private ResourceLine Own => new(words.Name, _adasLease, IsOwn: true);

    private ResourceLine Others => new(words.Name, _adasLease);

    private ResourceLine Watched => Others with { IsWatched = true };

    public IReadOnlyDictionary<string, Message> Messages =>
        _messages ??= OfOne
            .Concat(OfWaiting)
            .Concat(OfAsking)
            .Concat(OfMoments)
            .Concat(OfUndo)
            .Concat(OfRules)
            .ToDictionary();

    private Dictionary<string, Message> OfOne =>
        new()
        {
            ["reply-locked"] = Replies.About(
                says,
                Own,
                line => says.Locked(line, TimeSpan.FromHours(2), isCreated: false)
            ),
            ["reply-locked-created"] = Replies.About(
                says,
                Own,
                line => says.Locked(line, TimeSpan.FromHours(2), isCreated: true)
            ),
            ["reply-renewed"] = Replies.Renewed(says, Own, TimeSpan.FromHours(2), Noon.AddHours(1)),
            ["reply-renewed-shorter"] = Replies.Renewed(says, Own, TimeSpan.FromHours(2), Noon.AddHours(9)),
            ["reply-taken-over"] = Replies.TakenOver(says, Own, TimeSpan.FromHours(2), BobsLease),
            ["reply-not-locked"] = Replies.About(says, Others, says.NotLocked),
            ["reply-not-locked-watched"] = Replies.About(says, Watched, says.NotLocked),
            ["reply-too-long"] = Replies.Say(says.TooLong(words.Name, TimeSpan.FromDays(366))),
            ["reply-end-has-passed"] = Replies.Say(says.EndHasPassed(words.Name)),
            ["reply-too-many"] = Replies.Say(says.TooMany(1000)),
            ["reply-unlocked"] = Replies.About(says, Free, says.Unlocked),
            ["reply-freed-from-other"] = Replies.About(says, Free, line => says.FreedFromOther(line, _adasLease)),
            ["reply-not-unlocked"] = Replies.About(says, Others, says.NotUnlocked),
            ["reply-was-free"] = Replies.About(says, Free, says.WasFree),
            ["reply-no-such-resource"] = Replies.Say(says.NoSuchResource(words.Name, [])),
            ["reply-no-such-resource-near"] = Replies.Say(says.NoSuchResource(words.Name, ["Test", "tests"])),
            ["reply-near-name"] = Replies.NearName(
                says,
                words.Name,
                ["test-site"],
                [
                    new(says.LockSuggestion("test-site", new(null, null), null), "lock test-site 2h demo"),
                    new(says.CreateSuggestion(words.Name), $"lock {words.Name} 2h demo"),
                ]
            ),
            ["reply-extended"] = Replies.About(says, Own, line => says.Extended(line, TimeSpan.FromHours(1))),
            ["reply-not-extended"] = Replies.About(says, Others, says.NotExtended),
            ["reply-not-extended-free"] = Replies.About(says, Free, says.NothingToExtend),
            ["reply-extended-too-long"] = Replies.About(
                says,
                Own,
                line => says.ExtendedTooLong(line, TimeSpan.FromDays(366))
            ),
            ["reply-given-back"] = Replies.About(says, Others, says.GivenBack),
            ["reply-given-back-too-late"] = Replies.About(says, Free, line => says.GivenBackTooLate(line, _adasLease)),
            ["reply-watching"] = Replies.About(says, Watched, says.Watching),
            ["reply-not-watching"] = Replies.About(says, Others, says.NotWatching),
            ["reply-created"] = Replies.About(says, Free, says.Created),
            ["reply-exists"] = Replies.About(says, Others, says.Exists),
            ["reply-deleted"] = Replies.Say(says.Deleted(words.Name, new())),
            ["reply-deleted-held"] = Replies.Say(says.Deleted(words.Name, new(IsHeld: true))),
            ["reply-not-deleted"] = Replies.About(says, Others, says.NotDeleted),
            ["reply-changed"] = Replies.About(says, Others, says.Changed),
            ["reply-changed-free"] = Replies.About(says, Free, says.Changed),
            ["reply-gone"] = Replies.Say(says.Gone(words.Name)),
            ["reply-try-again"] = Replies.TryAgain("Please try again in a moment."),
            ["reply-bad-name"] = Replies.BadName(says, CommandWord.Create, words.Typed, says.NameHasSpaces, "my-site"),
            ["reply-bad-duration"] = Replies.BadDuration(says, CommandWord.Lock, words.Name, says.DurationIsNegative),
            ["reply-near-command"] = Replies.NearCommand(
                says,
                "lok",
                new($"lock {words.Name} 2h {words.Reason}", $"lock {words.Name} 2h {words.Reason}")
            ),
            ["reply-is-resource"] = Replies.IsResource(
                says,
                words.Name,
                new($"Lock {words.Name} for 2 hours", $"lock {words.Name} 2 hours {words.Reason}")
            ),
            ["reply-unclear-duration"] = Replies.UnclearDuration(
                says,
                CommandWord.Lock,
                words.Name,
                words.Typed,
                [
                    new(
                        $"Lock {words.Name} for 1 hour 30 minutes",
                        $"lock {words.Name} 1 hour 30 minutes {words.Reason}"
                    ),
                    new($"Lock {words.Name} for 90 hours", $"lock {words.Name} 90 hours {words.Reason}"),
                    new(
                        $"Lock {words.Name} for 1 day (“1:30h {words.Reason}”)",
                        $"lock {words.Name} 1 day 1:30h {words.Reason}"
                    ),
                ]
            ),
            ["reply-unclear-duration-unknown"] = Replies.UnclearDuration(
                says,
                CommandWord.Extend,
                words.Name,
                words.Typed,
                []
            ),
            ["reply-length-as-name"] = Replies.LockWhat(
                says,
                words.Typed,
                isMoment: false,
                [
                    new($"Lock {words.Name} for 30 minutes", $"lock {words.Name} 30 minutes"),
                    new("Lock a resource", "lock"),
                    new("create 30", "create 30"),
                ]
            ),
            ["reply-reason-too-long"] = Replies.ReasonTooLong(says, CommandWord.Lock, words.Name, 200),
            ["reply-not-installed"] = Replies.TryAgain(says.NotInstalled(new("https://locks.example.com"))),
            ["reply-press-again"] = Replies.TryAgain(says.PressAgain),
            ["reply-type-again"] = Replies.TryAgain(says.TypeAgain),
            ["reply-help"] = Replies.Help(says),
            ["reply-help-on-lock"] = Replies.HelpOn(says, CommandWord.Lock),
            ["reply-list"] = Replies.List(says, [Own, new("device-1", BobsLease), new("device-2")]),
            ["reply-list-empty"] = Replies.List(says, []),
            ["reply-history"] = Replies.History(
                says,
                words.Name,
                [says.HistoryLocked(new(words.Name, "U0ADA", Noon), TimeSpan.FromHours(2), words.Reason, true)],
                "id name"
            ),
            ["reply-history-former"] = Replies.History(
                says,
                words.Name,
                [
                    says.HistoryFreed(new(words.Name, Former, Noon), Former with { Run = "build 812" }),
                    says.HistoryGiven(new(words.Name, "U0ADA", Noon), Former),
                ],
                null
            ),
            ["reply-history-empty"] = Replies.History(says, words.Name, [], null),
            ["reply-mine"] = Replies.Mine(says, [Own], []),
            ["reply-mine-empty"] = Replies.Mine(says, [], []),
            ["reply-below-list"] = Replies.Below(
                Replies.About(says, Free, says.Unlocked),
                Replies.List(says, [Own, Free])
            ),
            ["reply-unlock-which"] = Replies.UnlockWhich(says, [Own, new("device-1", _adasLease, IsOwn: true)]),
            ["notice-ends-soon"] = Notices.EndsSoon(says, Own),
            ["notice-ended"] = Notices.Ended(says, Free, Noon),
            ["notice-free"] = Notices.Free(says, Free, "U0ADA"),
            ["notice-taken-over"] = Notices.TakenOver(says, new(words.Name, BobsLease), _adasLease),
            ["notice-freed-by-other"] = Notices.FreedByOther(says, Free, "U0BOB"),
            ["notice-given-back"] = Notices.GivenBack(says, Own, "U0BOB"),
            ["notice-given-back-too-late"] = Notices.GivenBackTooLate(says, Free, "U0BOB"),
            ["notice-twin"] = Notices.Twin(says, Own, words.Name),
            ["notice-ended-since"] = Notices.EndedSince(says, words.Name, Noon, new(words.Name, BobsLease)),
            ["notice-ended-since-gone"] = Notices.EndedSince(says, words.Name, Noon, null),
            ["notice-free-since"] = Notices.FreeSince(says, words.Name),
            ["notice-taken-over-since"] = Notices.TakenOverSince(says, words.Name, "U0BOB", Free, _adasLease),
            ["notice-freed-by-other-since"] = Notices.FreedByOtherSince(
                says,
                words.Name,
                "U0BOB",
                new(words.Name, BobsLease, IsWatched: true)
            ),
            ["notice-given-back-too-late-since"] = Notices.GivenBackTooLateSince(
                says,
                words.Name,
                "U0BOB",
                new(words.Name, BobsLease)
            ),
            ["notice-deleted-since"] = Notices.DeletedSince(says, words.Name, "U0BOB", Free),
            ["notice-welcome"] = Notices.Welcome(says),
            ["notice-deleted"] = Notices.Deleted(says, words.Name, "U0BOB"),
        };
}
