using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Slack.Http;

/// <summary>Answers a request of any transport in time for Slack.</summary>
/// <param name="request">The request.</param>
/// <param name="transport"><c>http</c> or <c>socket_mode</c>.</param>
public delegate Task<Answer> AnswerRequest(SlackRequest request, string transport);

/// <summary>The reply that a transport writes, and the work after it.</summary>
/// <param name="Ack">The content of the reply.</param>
/// <param name="Follow">Makes the calls that follow the reply. It takes false when the reply cannot have reached Slack,
/// so that a command's message goes by its response_url.</param>
public readonly record struct Answer(Ack Ack, Action<bool> Follow);
