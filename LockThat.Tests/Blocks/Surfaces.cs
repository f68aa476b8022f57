using LockThat.App.Entrances;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>What people have typed, as far as the app keeps or repeats it.</summary>
/// <param name="Name">A resource.</param>
/// <param name="Reason">Why it is locked; null for no reason.</param>
/// <param name="Typed">What can be no name.</param>
/// <param name="Filter">What no name contains.</param>
internal sealed record Words(string Name, string? Reason, string Typed, string Filter)
{
    public static Words Usual { get; } = new("test-site", "demo", "my site", "zebra");
}

/// <summary>Everything that the app shows, once each, from plain values.</summary>
internal sealed class Surfaces(Words words)
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

    /// <summary>With words as anybody types them.</summary>
    public static Surfaces Usual { get; } = new(Words.Usual);

    public IReadOnlyDictionary<string, byte[]> All =>
        Messages
            .ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value))
            .Concat(Views.Modals.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
            .Concat(Views.Homes.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
            .ToDictionary();

    private ViewSurfaces Views => new(words);

    private ResourceLine Free => new(words.Name);

    private ResourceLine Own => new(words.Name, _adasLease, IsOwn: true);

    private ResourceLine Others => new(words.Name, _adasLease);

    private ResourceLine Watched => Others with { IsWatched = true };

    public IReadOnlyDictionary<string, Message> Messages =>
        _messages ??= new Dictionary<string, Message>
        {
            ["reply-locked"] = Replies.Locked(Own, "2 hours", created: false),
            ["reply-locked-created"] = Replies.Locked(Own, "2 hours", created: true),
            ["reply-renewed"] = Replies.Renewed(Own, "2 hours", Noon.AddHours(1)),
            ["reply-renewed-shorter"] = Replies.Renewed(Own, "2 hours", Noon.AddHours(9)),
            ["reply-taken-over"] = Replies.TakenOver(Own, "2 hours", BobsLease),
            ["reply-not-locked"] = Replies.NotLocked(Others),
            ["reply-not-locked-watched"] = Replies.NotLocked(Watched),
            ["reply-too-long"] = Replies.TooLong(words.Name, "366 days"),
            ["reply-end-has-passed"] = Replies.EndHasPassed(words.Name),
            ["reply-too-many"] = Replies.TooMany(1000),
            ["reply-unlocked"] = Replies.Unlocked(Free),
            ["reply-freed-from-other"] = Replies.FreedFromOther(Free, _adasLease),
            ["reply-not-unlocked"] = Replies.NotUnlocked(Others),
            ["reply-was-free"] = Replies.WasFree(Free),
            ["reply-no-such-resource"] = Replies.NoSuchResource(words.Name),
            ["reply-extended"] = Replies.Extended(Own, "1 hour"),
            ["reply-not-extended"] = Replies.NotExtended(Others),
            ["reply-not-extended-free"] = Replies.NotExtended(Free),
            ["reply-extended-too-long"] = Replies.ExtendedTooLong(Own, "366 days"),
            ["reply-given-back"] = Replies.GivenBack(Others),
            ["reply-given-back-too-late"] = Replies.GivenBackTooLate(Free, _adasLease),
            ["reply-watching"] = Replies.Watching(Watched),
            ["reply-not-watching"] = Replies.NotWatching(Others),
            ["reply-created"] = Replies.Created(Free),
            ["reply-exists"] = Replies.Exists(Others),
            ["reply-deleted"] = Replies.Deleted(words.Name, wasHeld: false),
            ["reply-deleted-held"] = Replies.Deleted(words.Name, wasHeld: true),
            ["reply-not-deleted"] = Replies.NotDeleted(Others),
            ["reply-changed"] = Replies.Changed(Others),
            ["reply-changed-free"] = Replies.Changed(Free),
            ["reply-gone"] = Replies.Gone(words.Name),
            ["reply-try-again"] = Replies.TryAgain("Please try again in a moment."),
            ["reply-bad-name"] = Replies.BadName("create", words.Typed, "A name has no spaces.", "my-site"),
            ["reply-bad-duration"] = Replies.BadDuration("lock", words.Name, "A duration can't be negative."),
            ["reply-near-command"] = Replies.NearCommand(
                "lok",
                new($"lock {words.Name} 2h {words.Reason}", $"lock {words.Name} 2h {words.Reason}")
            ),
            ["reply-is-resource"] = Replies.IsResource(
                words.Name,
                new($"Lock {words.Name} for 2 hours", $"lock {words.Name} 2 hours {words.Reason}")
            ),
            ["reply-unclear-duration"] = Replies.UnclearDuration(
                "lock",
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
            ["reply-unclear-duration-unknown"] = Replies.UnclearDuration("extend", words.Name, words.Typed, []),
            ["reply-length-as-name"] = Replies.LengthAsName(
                words.Typed,
                "What is to be locked for so long?",
                [
                    new($"Lock {words.Name} for 30 minutes", $"lock {words.Name} 30 minutes"),
                    new("Lock a resource", "lock"),
                    new("create 30", "create 30"),
                ]
            ),
            ["reply-reason-too-long"] = Replies.ReasonTooLong(words.Name, 200),
            ["reply-not-installed"] = Replies.NotInstalled(new("https://locks.example.com")),
            ["reply-press-again"] = Replies.PressAgain(),
            ["reply-type-again"] = Replies.TypeAgain(),
            ["reply-help"] = Replies.Help(),
            ["reply-help-on-lock"] = Replies.HelpOn("lock"),
            ["reply-list"] = Replies.List([Own, new("device-1", BobsLease), new("device-2")]),
            ["reply-list-empty"] = Replies.List([]),
            ["reply-mine"] = Replies.Mine([Own]),
            ["reply-mine-empty"] = Replies.Mine([]),
            ["reply-below-list"] = Replies.Below(Replies.Unlocked(Free), Replies.List([Own, Free])),
            ["reply-unlock-which"] = Replies.UnlockWhich([Own, new("device-1", _adasLease, IsOwn: true)]),
            ["notice-ends-soon"] = Notices.EndsSoon(Own),
            ["notice-ended"] = Notices.Ended(Free, Noon),
            ["notice-free"] = Notices.Free(Free, "U0ADA"),
            ["notice-taken-over"] = Notices.TakenOver(new(words.Name, BobsLease)),
            ["notice-freed-by-other"] = Notices.FreedByOther(Free, "U0BOB"),
            ["notice-given-back"] = Notices.GivenBack(Own, "U0BOB"),
            ["notice-given-back-too-late"] = Notices.GivenBackTooLate(Free, "U0BOB"),
            ["notice-twin"] = Notices.Twin(Own, words.Name),
            ["notice-ended-since"] = Notices.EndedSince(words.Name, Noon, new(words.Name, BobsLease)),
            ["notice-ended-since-gone"] = Notices.EndedSince(words.Name, Noon, null),
            ["notice-free-since"] = Notices.FreeSince(words.Name),
            ["notice-taken-over-since"] = Notices.TakenOverSince(words.Name, "U0BOB", Free),
            ["notice-freed-by-other-since"] = Notices.FreedByOtherSince(
                words.Name,
                "U0BOB",
                new(words.Name, BobsLease, IsWatched: true)
            ),
            ["notice-given-back-too-late-since"] = Notices.GivenBackTooLateSince(
                words.Name,
                "U0BOB",
                new(words.Name, BobsLease)
            ),
            ["notice-deleted-since"] = Notices.DeletedSince(words.Name, "U0BOB", Free),
            ["notice-welcome"] = Notices.Welcome(),
            ["notice-deleted"] = Notices.Deleted(words.Name, "U0BOB"),
        };
}
