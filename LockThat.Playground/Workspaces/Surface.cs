namespace LockThat.Playground.Workspaces;

/// <summary>The message or the view on which a person acts.</summary>
public abstract record Surface
{
    private Surface() { }

    public sealed record OfMessage(string ChannelId, string Ts) : Surface;

    public sealed record OfView(string ViewId) : Surface;
}
