namespace LockThat.Playground.Workspaces;

/// <summary>Something that goes wrong with one call of the app.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>The answer comes late, by the workspace's clock; the effect is there all the same.</summary>
    public sealed record Slow(TimeSpan By) : Fault;

    /// <summary>429 with Retry-After; no effect.</summary>
    public sealed record RateLimited(int RetryAfterSeconds) : Fault;

    /// <summary>500 with a page of HTML; no effect.</summary>
    public sealed record ServerError : Fault;

    /// <summary>ok:false with this code; no effect.</summary>
    public sealed record Refused(string Error) : Fault;

    /// <summary>The connection is cut without an answer, before the effect or after it.</summary>
    public sealed record Dropped(bool AfterEffect) : Fault;
}
