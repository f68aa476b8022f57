using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.Migration;

/// <summary>
/// A store that stands still: no app uses it, and none can change it until this is disposed of. Whatever goes wrong is
/// a
/// <see cref="StorageException"/>.
/// </summary>
internal interface IOfflineStore : IAsyncDisposable
{
    /// <summary>Where it is, in words for the operator.</summary>
    string Place { get; }

    /// <summary>Everything that is kept, what was added included; the same in the same order each time.</summary>
    IAsyncEnumerable<StoredRow> Read(CancellationToken cancellationToken);

    /// <summary>Adds rows of which there is none yet, all or nothing. They are sure to last once <see cref="Keep"/> has
    /// returned.</summary>
    Task Add(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken);

    Task Keep(CancellationToken cancellationToken);
}
