using System.Collections.Frozen;
using LockThat.App.Entrances.Past;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.App.Surfaces;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Surfaces;

/// <summary>The history has a sentence for each event, and finds it by its group.</summary>
public sealed class EventProperties
{
    public static TheoryData<EventGroup> Groups => [.. Enum.GetValues<EventGroup>()];

    [Fact]
    public void Every_event_that_is_kept_has_a_sentence() =>
        Acts.Scenes(scene =>
        {
            foreach (var happened in scene.Happened.Where(happened => happened.IsKept))
                OutcomeMessages
                    .Of(happened, new Past(new English(), FrozenSet<UserId>.Empty))
                    .Fallback.ShouldContain("test-site");
        });

    [Fact]
    public void A_person_who_only_waited_freed_nothing_when_their_account_ended()
    {
        var origin = new EventOrigin(
            Some.Acme,
            new("1"),
            Some.TestSite,
            Actor.Clock.Instance,
            Entrance.Clock.Instance,
            Some.Noon
        );

        var sentence = OutcomeMessages
            .Of(
                new Released(origin, Some.Bob, null, []) { HasWaited = true },
                new Past(new English(), FrozenSet<UserId>.Empty)
            )
            .Fallback;

        sentence.ShouldContain("and waits for `test-site` no more");
        sentence.ShouldNotContain("free");
    }

    [Fact]
    public void Every_event_that_is_kept_is_of_a_group() =>
        Acts.Scenes(scene =>
        {
            foreach (var happened in scene.Happened)
                (EventKinds.Of(happened).Group is not null || !happened.IsKept).ShouldBeTrue(happened.GetType().Name);
        });

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_group_has_events_and_can_be_chosen(EventGroup group)
    {
        EventKinds.WordsOf(group).ShouldNotBeEmpty();
        GroupChoice.Find(GroupChoice.All.Single(choice => choice.Group == group).Key).ShouldBe(group);
    }
}
