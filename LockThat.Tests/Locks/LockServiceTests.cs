using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Storage.LiteDb;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Locks;

/// <summary>The work of the service around the decisions, on the embedded store.</summary>
public sealed class LockServiceTests : StoreOnDisk
{
    // More than it wakes at once.
    private const int Many = 1025;

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .AddSingleton<LockMetrics>()
        .BuildServiceProvider();

    private LockService Locks =>
        new(Store, Some.Rules with { MaxResources = Many }, _services.GetRequiredService<LockMetrics>(), Find);

    /// <summary>The word of Slack, and how often it was asked.</summary>
    private (Membership Says, int Asked) _slack = (Membership.Usual, 0);

    private Task<Membership> Find(
        Workspace workspace,
        UserId user,
        ImmutableArray<UserGroupId> groups,
        CancellationToken cancellationToken
    )
    {
        _slack.Asked++;
        return Task.FromResult(_slack.Says);
    }

    [Fact]
    public async Task However_many_end_at_once_all_are_woken_and_counted_once()
    {
        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => Lock($"{number}")));
        Time.Advance(TimeSpan.FromHours(1));

        (await Locks.ProcessAllDue(Cancel)).ShouldBe(Many);

        (await Locks.ProcessAllDue(Cancel)).ShouldBe(0);
        (await Locks.List(Some.Acme, Cancel)).Resources.ShouldAllBe(resource => resource.Lease == null);
    }

    [Fact]
    public async Task What_has_ended_looks_free_though_nothing_woke_it()
    {
        await Lock("site");
        (await Locks.Find(Some.Acme, ResourceName.Of("site"), Cancel)).ShouldNotBeNull().Lease.ShouldNotBeNull();
        Time.Advance(TimeSpan.FromHours(1));

        (await Locks.Find(Some.Acme, ResourceName.Of("site"), Cancel)).ShouldNotBeNull().Lease.ShouldBeNull();
        (await Locks.List(Some.Acme, Cancel)).Resources.ShouldHaveSingleItem().Lease.ShouldBeNull();
        (await Locks.Find(Some.Acme, ResourceName.Of("other"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_departs_loses_what_they_hold_and_that_is_counted()
    {
        await Task.WhenAll(Lock("one"), Lock("two"));
        await Locks.Execute(Some.Bob.Asks("three"), new Create(ResourceName.Of("three")), Cancel);

        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(2);

        (await Locks.ReleaseAllOf(Some.Acme.Team, Some.Ada, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_names_the_resource_as_it_was_first_spelt()
    {
        (await Lock("Test-Site")).ShouldHave<Locked>().Origin.Name.Display.ShouldBe("Test-Site");

        (await Lock("TEST-site")).ShouldHave<Renewed>().Origin.Name.Display.ShouldBe("Test-Site");
    }

    [Fact]
    public async Task Slack_is_asked_once_and_only_when_a_rule_is_about_what_somebody_is()
    {
        await Lock("site");
        _slack.ShouldBe((Membership.Usual, 0));
        await Rule(new() { MayDelete = WhoMay.Administrators });
        _slack.Asked = 0;

        await Lock("site");
        _slack.Asked.ShouldBe(0);
        (await Deletes()).ShouldBeRefused<Refusal.NotAllowed>();
        _slack.Asked.ShouldBe(1);
        _slack.Says = Membership.Unknown;
        (await Deletes()).ShouldBeRefused<Refusal.MembershipUnknown>();
        _slack.Says = Some.Administrator;
        (await Deletes()).ShouldHave<Deleted>();

        Task<Outcome> Deletes() =>
            Locks.Execute(Some.Ada.Asks("delete"), new Delete(ResourceName.Of("site"), Expected.Anything), Cancel);
    }

    [Fact]
    public async Task A_reader_has_the_rules_and_the_rights_of_their_team()
    {
        (await Locks.ReaderOf(Some.Acme, Some.Ada, Cancel)).Rights.ShouldBe(Rights.Usual);
        await Rule(new() { MayOverride = WhoMay.Nobody, LongestLock = TimeSpan.FromHours(1) });
        _slack.Asked = 0;

        var reader = await Locks.ReaderOf(Some.Acme, Some.Ada, Cancel);
        (reader.Rights.Has(Right.Override), reader.Rights.Has(Right.Delete)).ShouldBe((false, true));
        (reader.Rules.MaxDuration, _slack.Asked).ShouldBe((TimeSpan.FromHours(1), 0));
        await Rule(new() { GuestsOnlyLook = true });
        _slack = (Membership.Usual with { IsGuest = true }, 0);
        (await Locks.ReaderOf(Some.Acme, Some.Ada, Cancel)).Rights.Has(Right.Use).ShouldBeFalse();
    }

    private async Task Rule(TeamPolicy policy)
    {
        _slack.Says = Some.Administrator;
        var shown = await Locks.PolicyOf(Some.Acme, Cancel);
        (await Locks.Execute(Some.Ada.Asks("rule"), new ChangeRules(shown, policy), Cancel)).ShouldHave<RulesChanged>();
        _slack.Says = Membership.Usual;
    }

    [Fact]
    public async Task Each_decision_is_counted_and_each_end_measured_against_its_moment()
    {
        using var meters = new Meters(_services);
        await Lock("site");
        Time.Advance(TimeSpan.FromMinutes(45));
        await Locks.ProcessAllDue(Cancel);
        Time.Advance(TimeSpan.FromMinutes(17));
        await Locks.ProcessAllDue(Cancel);
        await Locks.ProcessAllDue(Cancel);

        meters.Of("lockthat.decisions").ShouldBe([(1, "operation=lock outcome=locked")]);
        meters.Of("lockthat.expiry.lateness").ShouldBe([(120, "")]);
    }

    [Fact]
    public async Task A_command_about_two_resources_is_done_once_however_often_its_request_comes()
    {
        var both = new CreateBoth(ResourceName.Of("one"), ResourceName.Of("two"));
        var first = await Locks.Execute(Some.Ada.Asks("both"), both, Cancel);
        var again = await Locks.Execute(Some.Ada.Asks("both"), both, Cancel);

        again.ShouldBe(first);
        (await Locks.List(Some.Acme, Cancel))
            .Resources.Select(resource => resource.Name)
            .ShouldBe([both.Name, both.Other]);
    }

    private Task<Outcome> Lock(string name) =>
        Locks.Execute(
            Some.Ada.Asks($"lock {name}"),
            Some.For(TimeSpan.FromHours(1)) with
            {
                Name = ResourceName.Of(name),
            },
            Cancel
        );

    /// <summary>Two resources at once, of which the second remembers the request.</summary>
    private sealed record CreateBoth(ResourceName Name, ResourceName Other) : ResourceCommand(Name)
    {
        public override IReadOnlyList<Type> Refusals => [typeof(Refusal.Exists)];

        public override Scope In(TeamId team) => new(team, [Name, Other]);

        protected override Decision Rule(Scene scene, Facts facts)
        {
            if (scene[0] is not null || scene[1] is not null)
                return new(scene, new Outcome.Refused(new Refusal.Exists(), scene[0]), []);
            var other = Resource.New(Other, facts);
            var created = new Created(facts.Origin(other));
            return new(
                scene.With(0, Resource.New(Name, facts)).With(1, other.Remember(created, facts)),
                new Outcome.Accepted(created),
                [created]
            );
        }
    }
}
