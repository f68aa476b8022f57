using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances;

/// <summary>The polite answer when work could not be done in time, shown where the person is looking. Text that they
/// typed stays.</summary>
public static class TryAgain
{
    /// <summary>Puts the sentence in the place of the answer.</summary>
    /// <param name="request">The request that was not done.</param>
    /// <param name="sorry">The sentence.</param>
    public static SlackResponse Instead(SlackRequest request, Func<IWording, string> sorry) =>
        request.By is { } person ? Said(request, person, Reader.Of(person).Words(), sorry) : Unsaid(request);

    private static SlackResponse Said(SlackRequest request, UserId person, IWording words, Func<IWording, string> sorry)
    {
        var text = sorry(words);
        var message = Replies.TryAgain(text);
        return request switch
        {
            SlackRequest.SlashCommand => new(new Ack.OfMessage(message)),
            SlackRequest.ViewSubmission { View.State: var state } when state.BlockIds.FirstOrDefault() is { } field =>
                new(new Ack.ViewErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text })),
            SlackRequest.ViewSubmission => new(new Ack.ViewUpdate(ResultModal.For(words, message))),
            SlackRequest.BlockOptionsRequest => new(new Ack.Options([])),
            SlackRequest.BlockActionRequest { Container: Container.Message { ResponseUrl: var responseUrl } } => new(
                new Ack.Empty(),
                SlackCall.Respond.Beside(responseUrl, person, message)
            ),
            SlackRequest.BlockActionRequest or SlackRequest.GlobalShortcut => new(
                new Ack.Empty(),
                new SlackCall.Post(person, message)
            ),
            _ => new(new Ack.Empty()),
        };
    }

    // No person waits for these, and only Slack would try again.
    private static SlackResponse Unsaid(SlackRequest request) =>
        request
            is SlackRequest.AppUninstalled
                or SlackRequest.TokensRevoked
                or SlackRequest.TeamAccessChanged
                or SlackRequest.UserChange
            ? new(new Ack.Refused())
            : new(new Ack.Empty());
}
