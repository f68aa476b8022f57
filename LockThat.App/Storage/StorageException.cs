namespace LockThat.App.Storage;

/// <summary>Why a store cannot be opened.</summary>
public enum StorageFault
{
    /// <summary>Another process, or another instance in this one, has it open.</summary>
    InUse,

    /// <summary>The stored bytes are not those that were written; nothing was changed.</summary>
    Damaged,

    /// <summary>A later version of LockThat wrote it.</summary>
    FromTheFuture,

    /// <summary>It cannot be reached, read or written: a missing right, a full disk, a server that does not
    /// answer.</summary>
    Unreachable,
}

/// <summary>The store cannot be opened. The message is one line for the operator: what, where, and what to
/// do.</summary>
public sealed class StorageException(StorageFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public StorageFault Fault { get; } = fault;

    /// <summary>A later LockThat wrote the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">The version that it has.</param>
    /// <param name="known">The latest version that this LockThat knows.</param>
    public static StorageException OfLaterVersion(string path, ulong found, ulong known) =>
        new(
            StorageFault.FromTheFuture,
            $"{path} has version {found}, and this LockThat knows versions up to {known}. Run the LockThat that wrote it, or a later one."
        );
}
