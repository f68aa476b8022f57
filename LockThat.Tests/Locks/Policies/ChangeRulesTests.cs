using LockThat.App.Locks;
using LockThat.Tests.Storage.Moving;

namespace LockThat.Tests.Locks.Policies;

/// <summary>A team changes its rules, and some people do so at the same time.</summary>
public sealed class ChangeRulesTests
{
    private static readonly TeamPolicy Shown = new() { LongestLock = TimeSpan.FromDays(3), MayDelete = WhoMay.Nobody };

    [Fact]
    public void What_is_changed_holds_from_then_on_and_is_told_with_what_was()
    {
        var wanted = Shown with { MayOverride = WhoMay.Administrators };

        var decision = Decide(Shown, Shown, wanted);

        decision.Policy.ShouldBe(wanted);
        var changed = decision.Outcome.ShouldHave<RulesChanged>();
        (changed.Before, changed.After).ShouldBe((Shown, wanted));
        changed.Changed.ShouldBe([TeamSetting.MayOverride]);
        (changed.Origin.By, changed.IsKept).ShouldBe((Some.Ada, true));
    }

    [Fact]
    public void Nothing_is_lost_that_only_one_of_two_overtaking_forms_changed()
    {
        var ofAnother = Shown with { LongestLock = TimeSpan.FromDays(1), Administrators = [Some.Cleo] };

        var decision = Decide(ofAnother, Shown, Shown with { MayDelete = WhoMay.Anybody, GuestsOnlyLook = true });

        decision.Policy.ShouldBe(ofAnother with { MayDelete = WhoMay.Anybody, GuestsOnlyLook = true });
    }

    [Fact]
    public void A_form_that_changes_nothing_or_comes_twice_is_no_change()
    {
        Decide(Shown, Shown, Shown).ShouldSatisfyAllConditions(IsNone);
        Decide(Filled.All, TeamPolicy.None, Filled.All).ShouldSatisfyAllConditions(IsNone);

        static void IsNone(Decision decision) =>
            (decision.Policy, decision.Outcome, decision.Events.Length).ShouldBe(
                (null, new Outcome.Unchanged(null), 0)
            );
    }

    [Theory]
    [InlineData(TeamSetting.LongestLock, 366)]
    [InlineData(TeamSetting.DefaultLength, 366)]
    [InlineData(TeamSetting.KeepHistory, 400)]
    public void A_length_beyond_the_operators_is_refused_with_the_most(TeamSetting setting, int days)
    {
        var much = TimeSpan.FromDays(days + 1);
        var wanted = setting switch
        {
            TeamSetting.LongestLock => TeamPolicy.None with { LongestLock = much },
            TeamSetting.DefaultLength => TeamPolicy.None with { DefaultLength = much },
            _ => TeamPolicy.None with { KeepHistory = much },
        };

        var decision = Decide(TeamPolicy.None, TeamPolicy.None, wanted);

        decision.Outcome.ShouldBe(
            new Outcome.Refused(new Refusal.TooMuch(setting, TimeSpan.FromDays(days)), Present: null)
        );
        decision.Policy.ShouldBeNull();
    }

    [Fact]
    public void The_default_length_is_never_longer_than_the_longest_lock()
    {
        var wanted = Shown with { DefaultLength = TimeSpan.FromDays(4) };

        Decide(Shown, Shown, wanted)
            .Outcome.ShouldBe(
                new Outcome.Refused(new Refusal.TooMuch(TeamSetting.DefaultLength, TimeSpan.FromDays(3)), null)
            );
        var both = Decide(Shown, Shown, wanted with { LongestLock = TimeSpan.FromDays(4) });
        both.Policy.ShouldNotBeNull().DefaultLength.ShouldBe(TimeSpan.FromDays(4));
    }

    [Fact]
    public void A_longest_lock_below_the_default_length_shortens_that_for_as_long_as_it_holds()
    {
        var before = TeamPolicy.None with { DefaultLength = TimeSpan.FromDays(4) };
        var decision = Decide(before, before, before with { LongestLock = TimeSpan.FromDays(2) });

        decision.Policy.ShouldNotBeNull().Within(Some.Rules).DefaultDuration.ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void Every_setting_is_a_field_of_its_own()
    {
        Filled.All.DifferencesTo(TeamPolicy.None).ShouldBe(Enum.GetValues<TeamSetting>(), ignoreOrder: true);
        typeof(TeamPolicy)
            .GetProperties()
            .Count(property => property.CanWrite && property.GetMethod!.IsPublic && !property.GetMethod.IsStatic)
            .ShouldBe(Enum.GetValues<TeamSetting>().Length);
    }

    private static Decision Decide(TeamPolicy found, TeamPolicy shown, TeamPolicy wanted) =>
        new ChangeRules(shown, wanted).Decide(
            new Scene(only: null),
            (Some.At(Some.Noon) with { Policy = found }).By(Some.Ada, "request")
        );
}
