using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Storage.LiteDb.History;

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
        var all = default(Forgotten);
        while (true)
        {
            var some = await Run(batch => batch.Forget(purging, team, ForgottenAtOnce), cancellationToken);
            if (some.Total == 0)
                break;
            all += some;
        }

        // Last, because only this record tells through which installations the workspace was reached.
        if (await Run(batch => batch.MayForget(purging, team), cancellationToken))
            await _history.Ask(file => file.Forget(team.Value), cancellationToken);
        return all;
    }
}
