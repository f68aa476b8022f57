using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>Everything that the app shows, once each, from plain values.</summary>
internal static class Surfaces
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeaseLine AdasLease = new("lease-ada", "U0ADA", Noon, Noon.AddHours(2), "demo");
    private static readonly LeaseLine BobsLease = new("lease-bob", "U0BOB", Noon.AddMinutes(20), Noon.AddHours(1), null);
    private static readonly ResourceLine Free = new("test-site");
    private static readonly ResourceLine Own = new("test-site", AdasLease, IsOwn: true);
    private static readonly ResourceLine Others = new("test-site", AdasLease);
    private static readonly ResourceLine Watched = Others with { IsWatched = true };

    public static IReadOnlyDictionary<string, byte[]> All => Messages.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value))
        .Concat(ViewSurfaces.Modals.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
        .Concat(ViewSurfaces.Homes.ToDictionary(one => one.Key, one => BlocksJson.Bytes(one.Value)))
        .ToDictionary();

    public static IReadOnlyDictionary<string, Message> Messages { get; } = new Dictionary<string, Message>
    {
        ["reply-locked"] = Replies.Locked(Own, "2 hours", created: false),
        ["reply-locked-created"] = Replies.Locked(Own, "2 hours", created: true),
        ["reply-renewed"] = Replies.Renewed(Own, "2 hours", Noon.AddHours(1)),
        ["reply-renewed-shorter"] = Replies.Renewed(Own, "2 hours", Noon.AddHours(9)),
        ["reply-taken-over"] = Replies.TakenOver(Own, "2 hours", BobsLease),
        ["reply-not-locked"] = Replies.NotLocked(Others),
        ["reply-not-locked-watched"] = Replies.NotLocked(Watched),
        ["reply-too-long"] = Replies.TooLong("test-site", "366 days"),
        ["reply-end-has-passed"] = Replies.EndHasPassed("test-site"),
        ["reply-too-many"] = Replies.TooMany(1000),
        ["reply-unlocked"] = Replies.Unlocked(Free),
        ["reply-freed-from-other"] = Replies.FreedFromOther(Free, AdasLease),
        ["reply-not-unlocked"] = Replies.NotUnlocked(Others),
        ["reply-was-free"] = Replies.WasFree(Free),
        ["reply-no-such-resource"] = Replies.NoSuchResource("test-site"),
        ["reply-extended"] = Replies.Extended(Own, "1 hour"),
        ["reply-not-extended"] = Replies.NotExtended(Others),
        ["reply-not-extended-free"] = Replies.NotExtended(Free),
        ["reply-extended-too-long"] = Replies.ExtendedTooLong(Own, "366 days"),
        ["reply-given-back"] = Replies.GivenBack(Others),
        ["reply-given-back-too-late"] = Replies.GivenBackTooLate(Free, AdasLease),
        ["reply-watching"] = Replies.Watching(Watched),
        ["reply-not-watching"] = Replies.NotWatching(Others),
        ["reply-created"] = Replies.Created(Free),
        ["reply-exists"] = Replies.Exists(Others),
        ["reply-deleted"] = Replies.Deleted("test-site", wasHeld: false),
        ["reply-deleted-held"] = Replies.Deleted("test-site", wasHeld: true),
        ["reply-not-deleted"] = Replies.NotDeleted(Others),
        ["reply-changed"] = Replies.Changed(Others),
        ["reply-changed-free"] = Replies.Changed(Free),
        ["reply-gone"] = Replies.Gone("test-site"),
        ["reply-try-again"] = Replies.TryAgain("Please try again in a moment."),
        ["reply-bad-name"] = Replies.BadName("create", "my site", "A name has no spaces.", "my-site"),
        ["reply-bad-duration"] = Replies.BadDuration("lock", "test-site", "A duration can't be negative."),
        ["reply-reason-too-long"] = Replies.ReasonTooLong("test-site", 200),
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
        ["reply-unlock-which"] = Replies.UnlockWhich([Own, new("device-1", AdasLease, IsOwn: true)]),
        ["notice-ends-soon"] = Notices.EndsSoon(Own),
        ["notice-ended"] = Notices.Ended(Free, Noon),
        ["notice-free"] = Notices.Free(Free, "U0ADA"),
        ["notice-taken-over"] = Notices.TakenOver(new("test-site", BobsLease)),
        ["notice-freed-by-other"] = Notices.FreedByOther(Free, "U0BOB"),
        ["notice-given-back"] = Notices.GivenBack(Own, "U0BOB"),
        ["notice-given-back-too-late"] = Notices.GivenBackTooLate(Free, "U0BOB"),
        ["notice-welcome"] = Notices.Welcome(),
        ["notice-deleted"] = Notices.Deleted("test-site", "U0BOB"),
    };
}
