namespace LockThat.App.Installs.Leaving;

/// <summary>What news of a departure came to.</summary>
public enum LeaveOutcome
{
    /// <summary>The news concerns no installation that is here.</summary>
    NoNews,

    /// <summary>The installation that the news concerns has left by it.</summary>
    Left,

    /// <summary>
    /// The news seems older than the installation. The installation came after the departure, or the clock of this
    /// machine is ahead of Slack's: Slack knows.
    /// </summary>
    Doubtful,
}
