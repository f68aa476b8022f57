using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Installs;

/// <summary>The seam to the stored installations. Every member throws <see cref="StoreUnavailableException"/> when the
/// store cannot serve it.</summary>
public interface IInstallStore
{
    ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken);

    /// <summary>All installations, also those that left.</summary>
    ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken);

    /// <summary>
    /// Decides on the present record and commits the next one durably; the same instance writes nothing, null deletes.
    /// <paramref name="decide"/> is pure and may run more than once; its moment is the store's. Its exception reaches
    /// the caller and changes nothing.
    /// </summary>
    /// <returns>The record that is stored now.</returns>
    Task<Installation?> Change(
        InstallKey key,
        Func<Installation?, DateTimeOffset, Installation?> decide,
        CancellationToken cancellationToken
    );

    /// <summary>True for the first call with this id; false ever after, and false for everybody once
    /// <paramref name="until"/> has passed.</summary>
    Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The workspaces whose data were ever reached through an organisation's install.</summary>
    ValueTask<IReadOnlyList<TeamId>> TeamsOf(EnterpriseId organisation, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes all resources, notices and viewers of a workspace, durably before the task completes, for as long as
    /// <see cref="DataInUse.MayForget"/> allows it. That check is made where changes are serialised, so data that are
    /// stored after a return are never deleted. It deletes a little at a time, so that others need not wait. A deletion
    /// that is cut short, or runs twice at once, does no harm.
    /// </summary>
    Task<Forgotten> Forget(InstallKey purging, TeamId team, CancellationToken cancellationToken);
}
