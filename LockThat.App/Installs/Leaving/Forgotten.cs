namespace LockThat.App.Installs.Leaving;

/// <summary>How much of a workspace was deleted.</summary>
/// <param name="Resources">Resources, free ones included.</param>
/// <param name="Notices">Notices that nobody got.</param>
/// <param name="Viewers">People who had opened the Home.</param>
public readonly record struct Forgotten(int Resources, int Notices, int Viewers)
{
    /// <summary>Both together.</summary>
    public static Forgotten operator +(Forgotten one, Forgotten other) =>
        new(one.Resources + other.Resources, one.Notices + other.Notices, one.Viewers + other.Viewers);

    /// <summary>How much that is in all.</summary>
    public int Total => Resources + Notices + Viewers;
}
