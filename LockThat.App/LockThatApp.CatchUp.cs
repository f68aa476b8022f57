using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;

namespace LockThat.App;

public static partial class LockThatApp
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// For a host that moves the app's clock ahead: does at once what is due by now, and waits until the people were
    /// told of it. A turn in line ends only when the app was there at its end, so such a clock moves in small steps
    /// while somebody waits.
    /// </summary>
    /// <param name="team">The workspace whose lines matter.</param>
    /// <returns>Whether somebody waits in line there.</returns>
    public static async Task<bool> CatchUp(this WebApplication app, string team, CancellationToken cancellationToken)
    {
        var locks = app.Services.GetRequiredService<LockService>();
        if (await locks.ProcessAllDue(cancellationToken) > 0)
            await UntilTold(app.Services.GetRequiredService<IResourceStore>(), cancellationToken);
        return (await locks.List(new(new TeamId(team)), cancellationToken)).Resources.HasLine;
    }

    // In real time, because the app's own clock stands still. A message that Slack does not take is not waited for.
    private static async Task UntilTold(IResourceStore store, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!patience.IsCancellationRequested && (await store.Statistics(cancellationToken)).Notices > 0)
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
    }
}
