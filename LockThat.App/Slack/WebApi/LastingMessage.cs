namespace LockThat.App.Slack.WebApi;

/// <summary>A message that Slack keeps, and that is therefore not ephemeral.</summary>
/// <param name="ChannelId">The channel or direct message.</param>
/// <param name="Ts">The message's id in its channel.</param>
public readonly record struct LastingMessage(string ChannelId, string Ts);
