using System.Diagnostics;
using LockThat.App.Settings;
using LockThat.App.Storage.Postgres;

namespace LockThat.App.Storage;

/// <summary>The state of the place where locks are kept.</summary>
/// <param name="Problem">The fault; null when all is right.</param>
/// <param name="PendingUpgrade">The step that the next start would take; null for none of note.</param>
public sealed record StorageProbe(string? Problem, string? PendingUpgrade = null)
{
    /// <summary>Looks, and changes nothing.</summary>
    /// <param name="contentRoot">The folder that a relative path begins at.</param>
    public static async Task<StorageProbe> At(
        StorageSettings storage,
        string contentRoot,
        CancellationToken cancellationToken
    ) =>
        storage switch
        {
            StorageSettings.LiteDb(var path) => FileCheck.Look(Path.GetFullPath(path, contentRoot)),
            StorageSettings.Postgres(var connectionString) => await PostgresCheck.Look(
                connectionString,
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
}
