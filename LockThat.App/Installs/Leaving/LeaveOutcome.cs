namespace LockThat.App.Installs.Leaving;

/// <summary>The result of an event about a departure.</summary>
public enum LeaveOutcome
{
    /// <summary>The event concerns no present installation.</summary>
    NoNews,

    /// <summary>The installation of the event has left.</summary>
    Left,

    /// <summary>
    /// The event seems older than the installation. Either the installation came after the departure, or the clock of
    /// this machine is ahead of Slack's. Only Slack can tell which.
    /// </summary>
    Doubtful,
}
