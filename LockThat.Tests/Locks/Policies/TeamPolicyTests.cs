using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Policies;

/// <summary>The rules that hold: the operator's, and the team's within them.</summary>
public sealed class TeamPolicyTests
{
    private static readonly LockRules Operators = Some.Rules with
    {
        MaxDuration = TimeSpan.FromDays(7),
        KeepHistory = TimeSpan.FromDays(90),
    };

    [Fact]
    public void A_team_that_has_said_nothing_has_the_operators_rules() =>
        TeamPolicy.None.Within(Operators).ShouldBeSameAs(Operators);

    [Fact]
    public void What_the_team_has_said_goes_before()
    {
        var rules = new TeamPolicy
        {
            DefaultLength = TimeSpan.FromHours(3),
            LongestLock = TimeSpan.FromDays(5),
            RemindBefore = TimeSpan.FromMinutes(30),
            TurnLength = TimeSpan.FromHours(1),
            KeepHistory = TimeSpan.FromDays(30),
        }.Within(Operators);

        rules.ShouldBe(
            Operators with
            {
                DefaultDuration = TimeSpan.FromHours(3),
                MaxDuration = TimeSpan.FromDays(5),
                RemindBefore = TimeSpan.FromMinutes(30),
                ClaimWindow = TimeSpan.FromHours(1),
                KeepHistory = TimeSpan.FromDays(30),
            }
        );
    }

    [Fact]
    public void Longest_lock_and_history_never_go_beyond_the_operators()
    {
        var rules = new TeamPolicy { LongestLock = TimeSpan.FromDays(8), KeepHistory = TimeSpan.FromDays(91) }.Within(
            Operators
        );

        (rules.MaxDuration, rules.KeepHistory).ShouldBe((Operators.MaxDuration, Operators.KeepHistory));
    }

    [Fact]
    public void A_lock_without_a_length_has_the_teams_and_is_never_longer_than_its_longest()
    {
        var story = new Story { Policy = new() { DefaultLength = TimeSpan.FromHours(3) } };
        story.Does(Some.Ada, Some.For(new LockLength.Unsaid()));
        story.Lease.Until.ShouldBe(Some.Noon.AddHours(3));

        story.Policy = new() { LongestLock = TimeSpan.FromHours(2) };
        story.Locks(Some.Ada, hours: 2.5).ShouldBeRefused<Refusal.TooLong>().Max.ShouldBe(TimeSpan.FromHours(2));
        story.Does(Some.Ada, Some.For(new LockLength.Unsaid()));
        story.Lease.Until.ShouldBe(Some.Noon.AddHours(2));
    }
}
