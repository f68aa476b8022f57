namespace LockThat.App.Slack.WebApi;

/// <summary>The change to the message that a button is on.</summary>
public enum Original
{
    Keep,
    Replace,
    Delete,
}
