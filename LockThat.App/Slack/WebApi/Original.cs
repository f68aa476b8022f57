namespace LockThat.App.Slack.WebApi;

/// <summary>What becomes of the message that a button stands on.</summary>
public enum Original
{
    Keep,
    Replace,
    Delete,
}
