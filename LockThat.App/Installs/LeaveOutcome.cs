namespace LockThat.App.Installs;

/// <summary>What news of a departure came to.</summary>
public enum LeaveOutcome
{
    /// <summary>It concerns nobody who is here.</summary>
    NoNews,

    /// <summary>Whom it concerns has left by it.</summary>
    Left,

    /// <summary>
    /// It seems older than the installation. The installation came after the departure, or the clock of this machine is ahead of Slack's: Slack knows.
    /// </summary>
    Doubtful,
}
