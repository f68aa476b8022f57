namespace LockThat.App.Locks;

/// <summary>A language in which the app speaks to people. Commands are the same in all of them.</summary>
public enum Language
{
    /// <summary>The first one.</summary>
    English,
}
