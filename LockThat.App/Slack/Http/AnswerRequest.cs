using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Slack.Http;

/// <summary>Answers a request in time for Slack, whatever brought it.</summary>
/// <param name="request">What is asked.</param>
/// <param name="transport"><c>http</c> or <c>socket_mode</c>.</param>
public delegate Task<Answer> AnswerRequest(SlackRequest request, string transport);

/// <summary>What a transport writes, and what it does after that.</summary>
/// <param name="Ack">What the reply to Slack says.</param>
/// <param name="Follow">Makes the calls that follow the reply. It takes false when the reply cannot have reached Slack,
/// so that a command's message goes by its response_url.</param>
public readonly record struct Answer(Ack Ack, Action<bool> Follow);
