namespace LockThat.App.Storage;

/// <summary>A store as the host of the app sees it.</summary>
internal interface IStorage
{
    /// <summary>Makes it ready for use; does nothing when it is ready already.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    Task Open(CancellationToken cancellationToken);

    /// <summary>Stores all requests so far, and closes.</summary>
    Task Close(CancellationToken cancellationToken);

    /// <summary>The reason why nothing can be stored at present; null when all is well.</summary>
    ValueTask<string?> FindFault(CancellationToken cancellationToken);

    /// <summary>A fault that keeps nobody from locking, and that an operator must mend; null when all is
    /// well.</summary>
    string? Warning { get; }
}
