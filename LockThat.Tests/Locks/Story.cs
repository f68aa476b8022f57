using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>Fixed people, things and times, so that every test reads alike and nothing depends on chance.</summary>
internal static partial class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly Workspace Acme = new(new("T0ACME001"));
    public static readonly Workspace Globex = new(new("T0GLOBEX1"));
    public static readonly UserId Ada = new("U0ADA");
    public static readonly UserId Bob = new("U0BOB");
    public static readonly UserId Cleo = new("U0CLEO");
    public static readonly ResourceName TestSite = ResourceName.Of("test-site");
    public static readonly ResourceKey TestSiteKey = new(Acme.Team, TestSite);
    public static readonly LockRules Rules = LockRules.Default;

    public static Asker Asks(this UserId user, string request) => new(Acme, user, new(request));

    public static LockAsk For(TimeSpan time, string? reason = null) =>
        new(new LockLength.For(time), reason is null ? null : Reason.Of(reason));

    public static LockAsk Override(TimeSpan time, LeaseId? seen = null) =>
        new(new LockLength.For(time), Override: true, Seen: seen is { } lease ? new(lease) : null);

    public static Facts At(DateTimeOffset now, int resources = 1) => new(now, resources);
}

/// <summary>One resource with its story so far: each step decides and becomes the present.</summary>
internal sealed class Story(Resource? start = null, LockRules? rules = null)
{
    private readonly LockRules _rules = rules ?? Some.Rules;
    private int _requests;

    public Resource? Now { get; private set; } = start;

    public DateTimeOffset Time { get; set; } = Some.Noon;

    public List<Notice> Told { get; } = [];

    public Lease Lease => Now?.Lease ?? throw new InvalidOperationException("Nobody holds it.");

    public LockOutcome Locks(UserId user, LockAsk ask, string? request = null) =>
        Step(Resource.Lock(Now, Some.TestSite, user.Asks(Request(request)), ask, _rules, Some.At(Time)));

    public LockOutcome Locks(UserId user, double hours = 2, string? reason = null, string? request = null) =>
        Locks(user, Some.For(TimeSpan.FromHours(hours), reason), request);

    public LockOutcome Overrides(UserId user, double hours = 1, LeaseId? seen = null, string? request = null) =>
        Locks(user, Some.Override(TimeSpan.FromHours(hours), seen), request);

    public UnlockOutcome Unlocks(UserId user, bool @override = false, Seen? seen = null, string? request = null) =>
        Step(Resource.Unlock(Now, user.Asks(Request(request)), @override, seen, Some.At(Time)));

    public ExtendOutcome Extends(UserId user, TimeSpan by, Seen? seen = null, string? request = null) =>
        Step(Resource.Extend(Now, user.Asks(Request(request)), by, seen, _rules, Some.At(Time)));

    public GiveBackOutcome GivesBack(UserId user, LeaseId seen, string? request = null) =>
        Step(Resource.GiveBack(Now, user.Asks(Request(request)), new(seen), _rules, Some.At(Time)));

    public WatchOutcome Watches(UserId user, Seen? seen = null) =>
        Step(Resource.Watch(Now, user.Asks(Request(null)), seen, Some.At(Time)));

    public WatchOutcome Unwatches(UserId user) => Step(Resource.Unwatch(Now, user.Asks(Request(null)), Some.At(Time)));

    public CreateOutcome Creates(UserId user, string? request = null) =>
        Step(Resource.Create(Now, Some.TestSite, user.Asks(Request(request)), _rules, Some.At(Time)));

    public DeleteOutcome Deletes(UserId user, SeenState? seen = null) =>
        Step(Resource.Delete(Now, user.Asks(Request(null)), seen, Some.At(Time)));

    public bool Wakes() => Step(Resource.Wake(Now, Some.At(Time)));

    public bool Departs(UserId user) => Step(Resource.Depart(Now, user, Some.At(Time)));

    public Story After(TimeSpan time)
    {
        Time += time;
        return this;
    }

    public void IsReadBack(Func<Resource, Resource> stored) => Now = Now is null ? null : stored(Now);

    public IEnumerable<UserId> ToldOf<TNews>() where TNews : News => Told.Where(notice => notice.News is TNews).Select(notice => notice.To);

    private string Request(string? given) => given ?? $"request-{++_requests}";

    private T Step<T>(Decision<T> decision)
    {
        Now = decision.Next;
        Told.AddRange(decision.Notices);
        return decision.Outcome;
    }
}
