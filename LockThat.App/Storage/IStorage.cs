namespace LockThat.App.Storage;

/// <summary>A store as the host of the app sees it.</summary>
internal interface IStorage
{
    /// <summary>Makes it ready for use; it does nothing when it is.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    Task Open(CancellationToken cancellationToken);

    /// <summary>Stores what was asked so far, and lets go.</summary>
    Task Close(CancellationToken cancellationToken);

    /// <summary>Why nothing can be stored at present; null when all is well.</summary>
    ValueTask<string?> FindFault(CancellationToken cancellationToken);
}
