using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances;

/// <summary>What answers a request, whatever brought it.</summary>
public delegate Task<SlackResponse> HandleRequest(SlackRequest request, CancellationToken cancellationToken);
