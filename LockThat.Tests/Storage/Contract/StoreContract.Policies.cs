using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Moving;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The rules of a team are kept, and every change in its workspace is decided by them.</summary>
public abstract partial class StoreContract
{
    private static readonly TeamPolicy Strict = new() { LongestLock = TimeSpan.FromHours(1) };

    [Fact]
    public async Task A_team_without_rules_of_its_own_has_none()
    {
        (await Store.Policy(Some.Acme.Team, Cancel)).ShouldBe(TeamPolicy.None);
        (await PolicyOfChange()).ShouldBe(TeamPolicy.None);
    }

    [Fact]
    public async Task The_rules_of_a_team_hold_for_the_next_request_and_stay()
    {
        await Rules(Filled.All);
        (await PolicyOfChange()).ShouldBe(Filled.All);
        await Reopen();

        (await PolicyOfChange()).ShouldBe(Filled.All);
        (await Store.Policy(Some.Acme.Team, Cancel)).ShouldBe(Filled.All);
        (await Store.Policy(Some.Globex.Team, Cancel)).ShouldBe(TeamPolicy.None);
    }

    [Fact]
    public async Task A_tightened_rule_refuses_the_next_lock()
    {
        (await Lock(Some.Ada, "1", A, Some.For(TimeSpan.FromHours(2)))).ShouldBeOfType<Outcome.Accepted>();
        await Rules(Strict);

        (await Lock(Some.Ada, "2", A, Some.For(TimeSpan.FromHours(2))))
            .ShouldBeOfType<Outcome.Refused>()
            .Why.ShouldBe(new Refusal.TooLong(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Rules_that_are_taken_back_are_none()
    {
        await Rules(Strict);
        await Rules(TeamPolicy.None);
        (await PolicyOfChange()).ShouldBe(TeamPolicy.None);
        await Reopen();

        (await Store.Policy(Some.Acme.Team, Cancel)).ShouldBe(TeamPolicy.None);
        await Rules(Strict);
        (await PolicyOfChange()).ShouldBe(Strict);
    }

    [Fact]
    public async Task A_change_of_rules_is_in_the_history_and_makes_homes_stale()
    {
        await Put(A, _ => Free(A));
        var before = (await Store.List(Some.Acme.Team, reader: null, Cancel)).Revision;

        await Rules(Filled.All);
        await History.File(9, Cancel);

        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Revision.ShouldBeGreaterThan(before);
        var changed = (await History.Page(new(Some.Acme.Team) { Group = EventGroup.Rules }, Cancel))
            .Events.ShouldHaveSingleItem()
            .Event.ShouldBeOfType<RulesChanged>();
        (changed.Before, changed.After, changed.Origin.By).ShouldBe((TeamPolicy.None, Filled.All, Some.Ada));
        changed.Origin.Name.ShouldBe(ResourceName.None);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_change_different_rules_at_once()
    {
        TeamPolicy[] each =
        [
            new() { LongestLock = TimeSpan.FromHours(5) },
            new() { MayDelete = WhoMay.Administrators },
            new() { GuestsOnlyLook = true },
            new() { Administrators = [Some.Bob] },
            new() { TimeZone = "Europe/Berlin" },
        ];

        await Task.WhenAll(each.Select((wanted, number) => Rules(TeamPolicy.None, wanted, $"rules {number}")));

        (await PolicyOfChange()).ShouldBe(each.Aggregate((one, other) => one.With(TeamPolicy.None, other)));
    }

    private async Task Rules(TeamPolicy wanted) => await Rules(await PolicyOfChange(), wanted, "rules");

    private Task<Outcome> Rules(TeamPolicy shown, TeamPolicy wanted, string request) =>
        Locks.Execute(Some.Ada.Asks(request), new ChangeRules(shown, wanted), Cancel);

    /// <summary>The rules by which the store lets a change be decided.</summary>
    private async Task<TeamPolicy> PolicyOfChange()
    {
        var policy = TeamPolicy.None;
        await Store.Change(
            Some.TestSiteKey,
            (found, facts) =>
            {
                policy = facts.Policy;
                return new(found, new Outcome.Unchanged(null), []);
            },
            Cancel
        );
        return policy;
    }
}
