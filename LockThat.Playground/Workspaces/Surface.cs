namespace LockThat.Playground.Workspaces;

/// <summary>Where a person acts: a message or a view.</summary>
public abstract record Surface
{
    private Surface() { }

    public sealed record OfMessage(string ChannelId, string Ts) : Surface;

    public sealed record OfView(string ViewId) : Surface;
}
