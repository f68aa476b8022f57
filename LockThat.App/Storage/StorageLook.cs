using System.Diagnostics;
using LockThat.App.Storage.Postgres;

namespace LockThat.App.Storage;

/// <summary>What was found where locks are to be kept.</summary>
/// <param name="Trouble">What is wrong; null when all is right.</param>
/// <param name="Coming">What the next start would do; null for nothing of note.</param>
public sealed record StorageLook(string? Trouble, string? Coming = null)
{
    /// <summary>Looks, and changes nothing.</summary>
    /// <param name="contentRoot">What a path is relative to.</param>
    public static async Task<StorageLook> At(
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
