using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Asking;

/// <summary>The property of asks that holds after any acts of five people and the clock.</summary>
public sealed class AskProperties
{
    [Fact]
    public void Nobody_asks_the_holder_of_one_lock_twice_within_five_minutes() =>
        Acts.Stories(acts =>
        {
            // So quickly that many ask again within five minutes.
            var play = new Play();
            var told = new Dictionary<Actor, DateTimeOffset>();
            foreach (var scene in acts.Select(act => play.Does(act with { Wait = act.Wait / 60 })))
            {
                if (scene.After?.Lease?.Id != scene.Before?.Lease?.Id)
                    told.Clear();
                if (scene.Act.What == What.Depart)
                    told.Remove(scene.Act.Who);
                foreach (var asked in scene.Happened.OfType<Asked>().Where(asked => asked.IsTold))
                {
                    var before = told.GetValueOrDefault(asked.Plea.Who, DateTimeOffset.MinValue);
                    (scene.Now - before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5), $"{asked}");
                    told[asked.Plea.Who] = scene.Now;
                }
            }
        });
}
