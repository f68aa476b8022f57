using System.Collections.Frozen;
using LockThat.App.Entrances.Past;
using LockThat.App.Identifiers;
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
