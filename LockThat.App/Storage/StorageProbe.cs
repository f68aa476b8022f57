using System.Diagnostics;
using LockThat.App.Settings;
using LockThat.App.Storage.Postgres;

namespace LockThat.App.Storage;

/// <summary>What was found where locks are to be kept.</summary>
/// <param name="Problem">What is wrong; null when all is right.</param>
/// <param name="PendingUpgrade">What the next start would do; null for nothing of note.</param>
public sealed record StorageProbe(string? Problem, string? PendingUpgrade = null)
{
    /// <summary>Looks, and changes nothing.</summary>
    /// <param name="contentRoot">What a path is relative to.</param>
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
