using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs;

/// <summary>The workspaces and organisations that have the app; they arrive and leave here.</summary>
public sealed class Installations(IInstallStore store)
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private long _changes;

    /// <summary>The number of changes that this instance has made. A reader that keeps what it read compares it to
    /// learn when to read again.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        store.Find(key, cancellationToken);

    /// <summary>The installation whose token serves this workspace: the organisation's when the request says so, else
    /// the workspace's own; null when the app is not installed there.</summary>
    public async ValueTask<Installation?> Serving(Workspace workspace, CancellationToken cancellationToken)
    {
        var byOrganisation = workspace.OrgInstall is { } organisation
            ? await ServedBy(organisation, workspace.Team, cancellationToken)
            : null;
        var own = await Find(InstallKey.Of(workspace with { OrgInstall = null }), cancellationToken);
        // In a click Slack may name the person's organisation, which says nothing about a workspace of another one.
        if (
            byOrganisation is not null
            && !(own is { IsInstalled: true, Enterprise: { } known } && known != workspace.OrgInstall)
        )
            return byOrganisation;
        if (own is null or { IsInstalled: true })
            return own;
        // A late request may have begun before the organisation's installation replaced those of its workspaces.
        return own.Enterprise is { } enterprise ? await ServedBy(enterprise, workspace.Team, cancellationToken) : null;
    }

    /// <summary>Stores an installation in the place of the one before, if there was one.</summary>
    /// <param name="arriving">The installation as Slack described it; the store adds the moment.</param>
    public async Task Arrive(Installation arriving, CancellationToken cancellationToken)
    {
        // If old data are still being deleted, that is finished first, so that it deletes nothing that is stored from
        // now on.
        while ((await store.Change(arriving.Key, Arrived, cancellationToken)) is { IsPurging: true })
            await store.FinishPurge(arriving.Key, cancellationToken);
        // A workspace that had been taken out of the organisation's former install counts as in it, until Slack says
        // otherwise.
        foreach (
            var access in (await store.List(cancellationToken)).Where(access =>
                access.Key.IsAccessTo(arriving.Key) && access.LeftAt is not null
            )
        )
            await ChangeAccess(
                new(arriving.Key.Value),
                access.Key.Team,
                isGranted: true,
                DateTimeOffset.MaxValue,
                cancellationToken
            );
        Interlocked.Increment(ref _changes);

        Installation Arrived(Installation? found, DateTimeOffset now) =>
            found is { IsPurging: true } ? found : arriving.After(found, now);
    }

    /// <summary>Ends the token at once, unless the event is out of date. An unknown installation is recorded as
    /// gone.</summary>
    /// <param name="at">When it happened, by Slack's clock.</param>
    public Task<LeaveOutcome> Leave(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Leave(key, at, _ => true, cancellationToken);

    /// <summary>The same, if the bot users whose tokens were revoked belong to the installation; tokens of people are
    /// not ours.</summary>
    public Task<LeaveOutcome> Leave(
        InstallKey key,
        IReadOnlyList<UserId> bots,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        bots.Count == 0
            ? Task.FromResult(LeaveOutcome.NoNews)
            : Leave(key, at, found => found.Bot is not { } bot || bots.Contains(bot), cancellationToken);

    /// <summary>Ends the token at once because Slack refuses it, if it is still this one. A token that came since then
    /// stays.</summary>
    /// <returns>Whether it was still this one.</returns>
    public async Task<bool> Leave(InstallKey key, SealedToken refused, CancellationToken cancellationToken)
    {
        var isEnded = false;
        await store.Change(key, Ended, cancellationToken);
        return isEnded;

        Installation? Ended(Installation? found, DateTimeOffset now)
        {
            isEnded = found?.Token?.Access == refused.Access;
            return isEnded ? found?.Gone(now) : found;
        }
    }

    /// <summary>A workspace was taken out of an organisation's install, or is in it (again).</summary>
    public async Task<bool> ChangeAccess(
        EnterpriseId organisation,
        TeamId team,
        bool isGranted,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var key = InstallKey.OfAccess(organisation, team);
        if (!isGranted)
            return await Leave(key, at, cancellationToken) == LeaveOutcome.Left;
        while ((await store.Change(key, Granted, cancellationToken)) is { IsPurging: true })
            await store.FinishPurge(key, cancellationToken);
        Interlocked.Increment(ref _changes);
        return true;

        Installation Granted(Installation? found, DateTimeOffset now) =>
            found is { IsPurging: true } || found?.LastLeftAt > at
                ? found
                : (found ?? new(key)) with
                {
                    InstalledAt = Plausible(at, now),
                    LeftAt = null,
                };
    }

    private async ValueTask<Installation?> ServedBy(
        EnterpriseId organisation,
        TeamId team,
        CancellationToken cancellationToken
    )
    {
        var install = await Find(new(organisation.Value), cancellationToken);
        var access = await Find(InstallKey.OfAccess(organisation, team), cancellationToken);
        return DataInUse.Part(install, access) is { IsInstalled: true } served ? served : null;
    }

    private async Task<LeaveOutcome> Leave(
        InstallKey key,
        DateTimeOffset at,
        Func<Installation, bool> concerns,
        CancellationToken cancellationToken
    )
    {
        var outcome = LeaveOutcome.NoNews;
        await store.Change(key, Left, cancellationToken);
        Interlocked.Increment(ref _changes);
        return outcome;

        Installation Left(Installation? found, DateTimeOffset now)
        {
            var isOurs = found is null || concerns(found);
            var next =
                found is null ? new Installation(key) { LeftAt = now, LastLeftAt = Plausible(at, now) }
                : isOurs ? found.Leave(Plausible(at, now))
                : found;
            outcome =
                !ReferenceEquals(next, found) ? LeaveOutcome.Left
                : isOurs && next.IsInstalled ? LeaveOutcome.Doubtful
                : LeaveOutcome.NoNews;
            return next;
        }
    }

    // Slack's clock may be ahead of this one, by no more than the time stamp of a signature may be. A moment further
    // ahead cannot come from Slack.
    private static DateTimeOffset Plausible(DateTimeOffset at, DateTimeOffset now) => at <= now + MostAhead ? at : now;
}
