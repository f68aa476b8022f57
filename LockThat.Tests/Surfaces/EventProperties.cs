using LockThat.App.Storage.Rows;
using LockThat.App.Surfaces;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Surfaces;

/// <summary>The history has a sentence for each event, and finds it by its kind.</summary>
public sealed class EventProperties
{
    [Fact]
    public void Every_event_that_is_kept_has_a_sentence() =>
        Acts.Scenes(scene =>
        {
            foreach (var happened in scene.Happened.Where(happened => happened.IsKept))
                EventLines.Of(happened, new English()).Fallback.ShouldContain("test-site");
        });

    [Fact]
    public void Every_event_that_is_kept_is_of_one_group() =>
        Acts.Scenes(scene =>
        {
            foreach (var happened in scene.Happened.Where(happened => happened.IsKept))
                EventLines
                    .Groups.Where(group => group.Kinds.Contains(EventKinds.Of(happened).Word))
                    .ShouldHaveSingleItem();
        });
}
