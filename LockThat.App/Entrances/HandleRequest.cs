using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances;

/// <summary>Answers a request, over HTTP or a socket.</summary>
public delegate Task<SlackResponse> HandleRequest(SlackRequest request, CancellationToken cancellationToken);
