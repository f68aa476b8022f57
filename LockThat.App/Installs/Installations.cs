using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs;

/// <summary>Who has the app: they arrive, and they leave.</summary>
public sealed class Installations(IInstallStore store)
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private long _changes;

    /// <summary>How many changes this instance has made, so that whoever remembers what it read knows when to read
    /// again.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) =>
        store.Find(key, cancellationToken);

    /// <summary>Whose token serves this workspace: the organisation's when the request says so, else its own; null when
    /// the app is not installed there.</summary>
    public async ValueTask<Installation?> Serving(Workspace workspace, CancellationToken cancellationToken)
    {
        var byOrganisation = workspace.OrgInstall is { } organisation
            ? await ServedBy(organisation, workspace.Team, cancellationToken)
            : null;
        var own = await Find(InstallKey.Of(workspace with { OrgInstall = null }), cancellationToken);
        // Of a click Slack may name the organisation of the person, which has no say in a workspace of another one.
        if (
            byOrganisation is not null
            && !(own is { IsInstalled: true, Enterprise: { } known } && known != workspace.OrgInstall)
        )
            return byOrganisation;
        if (own is null or { IsInstalled: true })
            return own;
        // What is told later may have begun before the organisation took over from its workspaces.
        return own.Enterprise is { } enterprise ? await ServedBy(enterprise, workspace.Team, cancellationToken) : null;
    }

    /// <summary>Stores an installation in the place of the one before, if there was one.</summary>
    /// <param name="arriving">What Slack said of it; when is the store's to say.</param>
    public async Task Arrive(Installation arriving, CancellationToken cancellationToken)
    {
        // Whoever finds their old data being deleted sees that to its end first: what they store from now on is none of
        // it.
        while ((await store.Change(arriving.Key, Arrived, cancellationToken)) is { IsPurging: true })
            await store.FinishPurge(arriving.Key, cancellationToken);
        // Who had been taken out of the organisation's former install is counted in, until Slack says otherwise.
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

    /// <summary>Ends the token at once, unless that news has been overtaken. Who was never known is known as gone from
    /// now on.</summary>
    /// <param name="at">When it happened, as Slack says.</param>
    public Task<LeaveOutcome> Leave(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Leave(key, at, _ => true, cancellationToken);

    /// <summary>The same, if the bot users whose tokens were revoked are the installation's; those of people are not
    /// ours.</summary>
    public Task<LeaveOutcome> Leave(
        InstallKey key,
        IReadOnlyList<UserId> bots,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        bots.Count == 0
            ? Task.FromResult(LeaveOutcome.NoNews)
            : Leave(key, at, found => found.Bot is not { } bot || bots.Contains(bot), cancellationToken);

    /// <summary>Ends the token at once if it is still this one: Slack takes it no more. One that came meanwhile is none
    /// of that.</summary>
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

    // Slack's clock may be ahead of this one, by no more than a signature's time stamp may be. A moment further ahead
    // is no time of Slack's.
    private static DateTimeOffset Plausible(DateTimeOffset at, DateTimeOffset now) => at <= now + MostAhead ? at : now;
}
