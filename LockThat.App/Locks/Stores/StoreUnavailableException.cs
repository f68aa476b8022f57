namespace LockThat.App.Locks.Stores;

/// <summary>The store cannot be reached, is full or is busy: the request was not done and may be tried again.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
