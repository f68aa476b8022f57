using System.Diagnostics.Metrics;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks.Waiting;
using Microsoft.Extensions.DependencyInjection;
using Lock = LockThat.App.Locks.Locking.Lock;

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
    public static readonly UserId Dora = new("U0DORA");
    public static readonly UserId Emil = new("U0EMIL");
    public static readonly ResourceName TestSite = ResourceName.Of("test-site");
    public static readonly ResourceKey TestSiteKey = new(Acme.Team, TestSite);
    public static readonly LockRules Rules = LockRules.Default;

    /// <summary>An owner or admin of the workspace.</summary>
    public static readonly Membership Administrator = Membership.Usual with { IsAdministrator = true };

    public static Asker Asks(this UserId user, string request) => new(Acme, user, new(request));

    /// <summary>The service on a store, with metrics that nobody reads.</summary>
    public static LockService Service(IResourceStore store, LockRules? rules = null) =>
        new(store, rules ?? Rules, Metrics.Value, (_, _, _, _) => Task.FromResult(Administrator));

    private static readonly Lazy<LockMetrics> Metrics = new(() =>
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>())
    );

    public static Lock For(TimeSpan time, string? reason = null) => For(new LockLength.For(time), reason);

    public static Lock For(LockLength length, string? reason = null, Expected? expected = null) =>
        new(TestSite, length, reason is null ? null : Reason.Of(reason), expected ?? Expected.Anything);

    public static Override Override(TimeSpan time, LeaseId? shown = null) =>
        new(TestSite, new LockLength.For(time), Reason: null, Shown(shown));

    /// <summary>The state that a button or form shows; none when somebody types.</summary>
    public static Expected Shown(LeaseId? lease) => lease is { } shown ? new Expected.Lease(shown) : Expected.Anything;

    /// <summary>A free resource, with an id that its name alone leads to.</summary>
    public static Resource Resource(Workspace workspace, ResourceName name) =>
        new(ResourceId.Of(workspace.Team, name), workspace, name);

    /// <summary>The act of a person on the test site in Slack, in Acme unless another is named.</summary>
    public static EventOrigin Origin(UserId user, DateTimeOffset at, Workspace? workspace = null) =>
        new(
            workspace ?? Acme,
            ResourceId.Of((workspace ?? Acme).Team, TestSite),
            TestSite,
            user,
            Entrance.Slack.Instance,
            at
        );

    /// <summary>A decision that stores a resource as it is; null stores that there is none.</summary>
    /// <param name="next">The resource from now on.</param>
    /// <param name="notices">The messages to other people.</param>
    public static Decision Becomes(Resource? next, params Notice[] notices) =>
        new(next, new Outcome.Unchanged(next), []) { Notices = notices };

    public static Facts At(DateTimeOffset now, int resources = 1) => new(now, resources);

    public static Facts By(this Facts facts, UserId user, string request, LockRules? rules = null) =>
        facts.Under(rules ?? Rules).For(user.Asks(request)) with
        {
            Membership = Administrator,
        };
}

/// <summary>One resource with its story so far: each step decides and becomes the present.</summary>
internal sealed class Story(Resource? start = null, LockRules? rules = null)
{
    private readonly LockRules _rules = rules ?? Some.Rules;
    private int _requests;

    public Resource? Now { get; private set; } = start;

    public DateTimeOffset Time { get; set; } = Some.Noon;

    /// <summary>The rules that the team has made for itself.</summary>
    public TeamPolicy Policy { get; set; } = TeamPolicy.None;

    /// <summary>The people whom Slack calls administrators, or guests.</summary>
    public Dictionary<UserId, Membership> Memberships { get; } = [];

    private Facts Facts => (Some.At(Time) with { Policy = Policy }).Under(_rules);

    public List<Notice> Told { get; } = [];

    public List<ResourceEvent> Happened { get; } = [];

    public Turn Turn =>
        Now?.Holding is Holding.Offered(var turn) ? turn : throw new InvalidOperationException("It is nobody's turn.");

    /// <summary>Those in line, in their order.</summary>
    public IEnumerable<Actor> Line => Now?.Line.All.Select(wait => wait.Who) ?? [];

    public Lease Lease => Now?.Lease ?? throw new InvalidOperationException("Nobody holds it.");

    public Outcome Does(UserId user, ResourceCommand command, string? request = null) =>
        Does(command, user.Asks(request ?? $"request-{++_requests}"));

    private Outcome Does(ResourceCommand command, Asker asker)
    {
        var outcome = Step(Decide(command, asker));
        if (outcome is Outcome.Refused(var why, _))
            command.Refusals.ShouldContain(why.GetType(), "A command lists the refusals that it can give");
        return outcome;
    }

    // A rule that needs the head of the line alone decides alike on a part of it.
    private Decision Decide(ResourceCommand command, Asker asker)
    {
        var facts = Facts.For(asker) with
        {
            Membership =
                asker.Actor.Responsible is { } person && Memberships.TryGetValue(person, out var known)
                    ? known
                    : Membership.Usual,
        };
        var decision = command.Decide(Now, facts);
        if (command.Needs == Needs.Head)
            PartOfLine.ShouldBeEnough(Now, asker.Actor, part => command.Decide(part, facts), decision);
        return decision;
    }

    public Outcome Locks(UserId user, double hours = 2, string? reason = null, string? request = null) =>
        Does(user, Some.For(TimeSpan.FromHours(hours), reason), request);

    public Outcome Overrides(UserId user, double hours = 1, LeaseId? shown = null, string? request = null) =>
        Does(user, Some.Override(TimeSpan.FromHours(hours), shown), request);

    public Outcome Unlocks(UserId user, bool isOverride = false, Expected? shown = null, string? request = null) =>
        Does(user, new Unlock(Some.TestSite, isOverride, shown ?? Expected.Anything), request);

    public Outcome ExtendsUntil(UserId user, DateTimeOffset until, Expected? shown = null) =>
        Does(user, new ExtendUntil(Some.TestSite, until, shown ?? Expected.Anything));

    public Outcome Extends(UserId user, TimeSpan by, Expected? shown = null, string? request = null) =>
        Does(user, new Extend(Some.TestSite, by, shown ?? Expected.Anything), request);

    public Outcome GivesBack(UserId user, LeaseId taken, string? request = null) =>
        Does(user, new GiveBack(Some.TestSite, taken), request);

    public Outcome Watches(UserId user, Expected? shown = null) =>
        Does(user, new Watch(Some.TestSite, shown ?? Expected.Anything));

    public Outcome Unwatches(UserId user) => Does(user, new Unwatch(Some.TestSite));

    public Outcome Creates(UserId user, string? request = null) => Does(user, new Create(Some.TestSite), request);

    public Outcome Deletes(UserId user, Expected? shown = null) =>
        Does(user, new Delete(Some.TestSite, shown ?? Expected.Anything));

    public Outcome Joins(UserId user, double? hours = null, string? reason = null, Expected? shown = null) =>
        Does(user, new Join(Some.TestSite, Long(hours), Reasoned(reason), shown ?? Expected.Anything));

    public Outcome Leaves(UserId user, WaitId? shown = null) => Does(user, new Leave(Some.TestSite, shown));

    public Outcome LetsPass(UserId user, WaitId? shown = null, DateTimeOffset? until = null) =>
        Does(user, new LetPass(Some.TestSite, shown ?? Turn.Wait) { Until = until });

    public Outcome GoesNext(UserId user, LeaseId lost) => Does(user, new GoNext(Some.TestSite, lost));

    public Outcome Asks(UserId user, double? hours = null, string? message = null, Expected? shown = null) =>
        Does(user, new Ask(Some.TestSite, Long(hours), Reasoned(message), shown ?? Expected.Anything));

    public Outcome HandsOver(UserId user, PleaId plea, DateTimeOffset? said = null) =>
        Does(user, new HandOver(Some.TestSite, plea) { Said = said });

    public Outcome Keeps(UserId user, PleaId plea, string? answer = null) =>
        Does(user, new Keep(Some.TestSite, plea, Reasoned(answer)));

    public Outcome Gives(UserId user, UserId to, Expected? shown = null) =>
        Does(user, new Give(Some.TestSite, to, shown ?? Expected.Anything));

    public Outcome Undoes(UserId user, LeaseId was) => Does(user, new Undo(Some.TestSite, was));

    public Outcome Restores(UserId user) => Does(user, new Restore(Some.TestSite, Happened.OfType<Deleted>().Last()));

    /// <summary>Slack takes the message about the present turn.</summary>
    public Story TurnIsTold()
    {
        if (Now?.Holding is Holding.Offered(var turn))
            Does(new NoteTold(Some.TestSite, turn.Wait, turn.Until), new(Some.Acme));
        return this;
    }

    public bool Wakes()
    {
        var facts = Facts;
        var decision = ProcessDue.Decide(Now, facts);
        PartOfLine.ShouldBeEnough(Now, facts.Actor, part => ProcessDue.Decide(part, facts), decision);
        return Step(decision) is Outcome.Accepted;
    }

    public bool Departs(UserId user) =>
        Step(new Release(Some.TestSite, user).Decide(Now, Facts.For(new(Some.Acme)))) is Outcome.Accepted;

    public Story After(TimeSpan time)
    {
        Time += time;
        return this;
    }

    public void IsReadBack(Func<Resource, Resource> stored) => Now = Now is null ? null : stored(Now);

    public IEnumerable<Recipient> ToldOf<TNews>()
        where TNews : NoticeContent => Told.Where(notice => notice.Content is TNews).Select(notice => notice.To);

    public T Last<T>()
        where T : NoticeContent => Told.Select(notice => notice.Content).OfType<T>().Last();

    private static LockLength Long(double? hours) =>
        hours is { } time ? new LockLength.For(TimeSpan.FromHours(time)) : new LockLength.Unsaid();

    private static Reason? Reasoned(string? text) => text is null ? null : Reason.Of(text);

    private Outcome Step(Decision decision)
    {
        Now = decision.Next.Only;
        Told.AddRange(decision.Notices);
        Happened.AddRange(decision.Events);
        return decision.Outcome;
    }
}
