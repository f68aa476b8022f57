using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Writing;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb;

/// <summary>Installations lie in the same file, behind the same writer.</summary>
public sealed partial class LiteDbStore : IInstallStore
{
    private const int ForgottenAtOnce = 100;

    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        new(Opened.Installs.Find(key)?.Installation);

    public ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken) =>
        new(Opened.Installs.List());

    public Task<Installation?> Change(
        InstallKey key,
        Func<Installation?, DateTimeOffset, Installation?> decide,
        CancellationToken cancellationToken
    ) => Run(batch => batch.Installs.Decide(key, decide), cancellationToken);

    public Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        Run(batch => batch.Installs.Redeem(id, until), cancellationToken);

    // The history may have events of a workspace of which nothing else is left.
    public async ValueTask<IReadOnlyList<TeamId>> TeamsOf(
        EnterpriseId organisation,
        CancellationToken cancellationToken
    )
    {
        var filed = HasHistory ? await Ask(file => HistoryPages.NewestOfEachTeam(file), cancellationToken) : [];
        return
        [
            .. Opened
                .Workspaces()
                .Concat(filed.Select(newest => newest.Event.Origin.Workspace))
                .Where(workspace => workspace.OrgInstall == organisation)
                .Select(workspace => workspace.Team)
                .Distinct(),
        ];
    }

    public async Task<Forgotten> Forget(InstallKey purging, TeamId team, CancellationToken cancellationToken)
    {
        var newest = HasHistory ? await Ask(file => HistoryPages.NewestOf(file, team.Value), cancellationToken) : null;
        Workspace[] reached = newest is null ? [] : [newest.Event.Origin.Workspace];
        var all = default(Forgotten);
        while (true)
        {
            var some = await Run(batch => Forget(batch, purging, team, reached), cancellationToken);
            if (some.Total == 0)
                break;
            all += some;
        }

        // Last, so that a purge that is cut short still finds the workspace.
        if (HasHistory && await Run(batch => batch.MayForget(purging, team, reached), cancellationToken))
            all += new Forgotten(0, 0, 0, await Ask(file => file.Forget(team.Value), cancellationToken));
        return all;
    }

    private static Forgotten Forget(Batch batch, InstallKey purging, TeamId team, Workspace[] reached)
    {
        var all = default(Forgotten);
        if (!batch.MayForget(purging, team, reached))
            return all;
        foreach (var table in PurgedRows.Tables)
            all += PurgedRows.Count(table, batch.Forget(table, team, ForgottenAtOnce));
        return all;
    }
}
