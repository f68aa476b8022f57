using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.Migration;

/// <summary>
/// A store that no app uses, and that nobody can change until this is disposed of. Every failure is a
/// <see cref="StorageException"/>.
/// </summary>
internal interface IOfflineStore : IAsyncDisposable
{
    /// <summary>The place of the store, in words for the operator.</summary>
    string Place { get; }

    /// <summary>All rows, the added ones included; the same in the same order each time.</summary>
    IAsyncEnumerable<StoredRow> Read(CancellationToken cancellationToken);

    /// <summary>Adds rows that do not exist yet, all or nothing. They are durable once <see cref="Keep"/> has
    /// returned.</summary>
    Task Add(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken);

    Task Keep(CancellationToken cancellationToken);
}
