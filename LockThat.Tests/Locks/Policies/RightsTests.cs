using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Policies;

/// <summary>The rules about who may do what, whatever way the request comes.</summary>
public sealed class RightsTests
{
    private static readonly Membership Guest = Membership.Usual with { IsGuest = true };
    private static readonly UserGroupId Leads = new("S0LEADS");

    private readonly Story _story = new();

    [Fact]
    public void Only_administrators_take_a_lock_or_a_turn_from_another_where_the_team_says_so()
    {
        _story.Policy = new() { MayOverride = WhoMay.Administrators, Administrators = [Some.Cleo] };
        _story.Memberships[Some.Dora] = Some.Administrator;
        _story.Locks(Some.Ada);

        var why = _story.Overrides(Some.Bob).ShouldBeRefused<Refusal.NotAllowed>();
        (why.Right, why.Who).ShouldBe((Right.Override, WhoMay.Administrators));
        why.Administrators.ShouldBe([Some.Cleo]);
        _story.Unlocks(Some.Bob, isOverride: true).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Lease.Holder.ShouldBe(Some.Ada);
        _story.Overrides(Some.Cleo).ShouldHave<TakenOver>();
        _story.Overrides(Some.Dora).ShouldHave<TakenOver>();
    }

    [Fact]
    public void Nobody_means_administrators_too()
    {
        _story.Policy = new() { MayOverride = WhoMay.Nobody, Administrators = [Some.Cleo] };
        _story.Memberships[Some.Dora] = Some.Administrator;
        _story.Locks(Some.Ada);

        _story.Overrides(Some.Cleo).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Unlocks(Some.Dora, isOverride: true).ShouldBeRefused<Refusal.NotAllowed>();
    }

    [Fact]
    public void An_override_that_takes_nothing_from_anybody_needs_no_right()
    {
        _story.Policy = new() { MayOverride = WhoMay.Nobody };

        _story.Overrides(Some.Ada).ShouldHave<Locked>();
        _story.Overrides(Some.Ada).ShouldHave<Renewed>();
        _story.Unlocks(Some.Ada, isOverride: true).ShouldHave<Unlocked>();
    }

    [Fact]
    public void The_turn_of_another_is_taken_by_those_alone_who_may_override()
    {
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Unlocks(Some.Ada);
        _story.Policy = new() { MayOverride = WhoMay.Nobody };

        _story.Overrides(Some.Cleo).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Turn.Who.ShouldBe(Some.Bob);
    }

    [Fact]
    public void Taking_back_what_one_lost_is_an_override_and_giving_back_is_none()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob);
        var taken = _story.Lease.Id;
        _story.Policy = new() { MayOverride = WhoMay.Nobody };

        _story.Overrides(Some.Ada, shown: taken).ShouldBeRefused<Refusal.NotAllowed>();
        _story.GivesBack(Some.Bob, taken).ShouldHave<GivenBack>();
    }

    [Fact]
    public void Only_administrators_delete_and_undo_it_where_the_team_says_so()
    {
        _story.Creates(Some.Ada);
        _story.Policy = new() { MayDelete = WhoMay.Administrators, Administrators = [Some.Cleo] };

        _story.Deletes(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>().Right.ShouldBe(Right.Delete);
        _story.Deletes(Some.Cleo).ShouldHave<Deleted>();
        _story.Restores(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Restores(Some.Cleo).ShouldHave<Restored>();
    }

    [Fact]
    public void Locking_creates_nothing_where_resources_are_created_on_purpose()
    {
        _story.Policy = new() { NewResources = MayCreate.NotByLocking };

        _story.Locks(Some.Ada).ShouldBeRefused<Refusal.NotByLocking>();
        _story.Overrides(Some.Ada).ShouldBeRefused<Refusal.NotByLocking>();
        _story.Joins(Some.Ada).ShouldBeRefused<Refusal.NotByLocking>();
        _story.Creates(Some.Ada).ShouldHave<Created>();
        _story.Locks(Some.Ada).ShouldHave<Locked>();
    }

    [Fact]
    public void Only_administrators_create_where_the_team_says_so()
    {
        _story.Policy = new() { NewResources = MayCreate.Administrators };
        _story.Memberships[Some.Dora] = Some.Administrator;

        _story.Creates(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>().Right.ShouldBe(Right.Create);
        _story.Locks(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>().Right.ShouldBe(Right.Create);
        _story.Locks(Some.Dora).ShouldHave<Locked>().IsCreated.ShouldBeTrue();
    }

    [Fact]
    public void Guests_who_may_only_look_free_what_they_hold_watch_and_leave()
    {
        _story.Memberships[Some.Ada] = Guest;
        _story.Memberships[Some.Bob] = Guest;
        _story.Locks(Some.Ada);
        _story.Joins(Some.Bob);
        _story.Policy = new() { GuestsOnlyLook = true };

        _story.Extends(Some.Ada, TimeSpan.FromHours(1)).ShouldBeRefused<Refusal.NotAllowed>().IsGuest.ShouldBeTrue();
        _story.Locks(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Asks(Some.Bob).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Gives(Some.Ada, Some.Cleo).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Leaves(Some.Bob).ShouldHave<Left>();
        _story.Watches(Some.Bob).ShouldHave<Watched>();
        _story.Unwatches(Some.Bob).ShouldHave<Unwatched>();
        _story.Unlocks(Some.Ada).ShouldHave<Unlocked>();
        _story.Creates(Some.Bob).ShouldBeRefused<Refusal.NotAllowed>();
        _story.Deletes(Some.Ada).ShouldBeRefused<Refusal.NotAllowed>();
    }

    [Fact]
    public void A_guest_whom_the_team_names_as_administrator_may_do_what_administrators_may()
    {
        _story.Memberships[Some.Ada] = Guest;
        _story.Policy = new() { GuestsOnlyLook = true, Administrators = [Some.Ada] };

        _story.Locks(Some.Ada).ShouldHave<Locked>();
    }

    [Fact]
    public void What_Slack_does_not_say_is_refused_and_never_allowed()
    {
        _story.Memberships[Some.Ada] = Membership.Unknown;
        _story.Policy = new() { GuestsOnlyLook = true };

        _story.Locks(Some.Ada).ShouldBeRefused<Refusal.MembershipUnknown>();
    }

    public static TheoryData<UserGroupId[]?, Type?> Groups =>
        new()
        {
            { [Leads], null },
            { [new("S0OTHERS")], typeof(Refusal.NotAllowed) },
            { [], typeof(Refusal.NotAllowed) },
            { null, typeof(Refusal.MembershipUnknown) },
        };

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_people_of_a_named_group_are_administrators_as_far_as_Slack_says_who_they_are(
        UserGroupId[]? groups,
        Type? expected
    )
    {
        var policy = new TeamPolicy { AdministratorGroups = [Leads] };
        var membership = Membership.Usual with { Groups = groups?.ToImmutableArray() };

        policy.Refuse(Right.ChangeRules, Some.Ada, membership)?.GetType().ShouldBe(expected);
    }

    [Theory]
    [InlineData(Right.Use)]
    [InlineData(Right.Override)]
    [InlineData(Right.Edit)]
    [InlineData(Right.Delete)]
    [InlineData(Right.Create)]
    public void A_team_without_rules_allows_everything_and_needs_no_word_of_Slack(Right right) =>
        TeamPolicy.None.Refuse(right, Some.Ada, membership: null).ShouldBeNull();

    [Fact]
    public void The_clock_needs_no_right_and_a_program_has_those_of_its_maker()
    {
        var policy = new TeamPolicy { MayOverride = WhoMay.Administrators };
        var program = new Actor.Run(new("token"), "build 1", Some.Ada);

        policy.Refuse(Right.Override, Actor.Clock.Instance, membership: null).ShouldBeNull();
        policy.Refuse(Right.Override, program, membership: null).ShouldBeOfType<Refusal.NeedsMembership>();
        policy.Refuse(Right.Override, program, Membership.Usual).ShouldBeOfType<Refusal.NotAllowed>();
        (policy with { Administrators = [Some.Ada] }).Refuse(Right.Override, program, null).ShouldBeNull();
    }

    [Fact]
    public void Only_administrators_change_the_rules()
    {
        new ChangeRules(TeamPolicy.None, new() { GuestsOnlyLook = true })
            .Decide(new Scene(only: null), Some.At(Some.Noon).By(Some.Ada, "r") with { Membership = Membership.Usual })
            .Outcome.ShouldBeRefused<Refusal.NotAllowed>()
            .Right.ShouldBe(Right.ChangeRules);
    }

    [Fact]
    public void The_same_request_gets_the_same_answer_though_the_rule_is_tighter_by_now()
    {
        _story.Locks(Some.Ada);
        _story.Overrides(Some.Bob, request: "again");
        _story.Policy = new() { MayOverride = WhoMay.Nobody };

        _story.Overrides(Some.Bob, request: "again").ShouldHave<TakenOver>();
    }
}
