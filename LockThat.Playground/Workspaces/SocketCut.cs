namespace LockThat.Playground.Workspaces;

/// <summary>The moment at which a socket breaks.</summary>
public enum SocketCut
{
    /// <summary>In the middle of the envelope.</summary>
    MidFrame,

    /// <summary>When the envelope is sent: the app may have it, and cannot acknowledge it.</summary>
    BeforeAck,

    /// <summary>When the acknowledgement is there.</summary>
    AfterAck,
}
