using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;

namespace LockThat.App.Entrances;

/// <summary>The polite answer when work could not be done in time, said wherever the person is looking; what they typed
/// stays.</summary>
public static class TryAgain
{
    public const string NotStored = "Sorry, that could not be saved just now. Please try again in a moment.";
    public const string TooSlow =
        "Sorry, that took too long, and it may or may not have been done. Please look with `/lockthat list`, and try again if it was not.";
    public const string Broken = "Sorry, something went wrong on our side. Please try again.";

    public static SlackResponse Instead(string text, SlackRequest request)
    {
        var message = Replies.TryAgain(text);
        return request switch
        {
            SlackRequest.SlashCommand => new(new Ack.OfMessage(message)),
            SlackRequest.ViewSubmission { View.State: var state } when state.BlockIds.FirstOrDefault() is { } field =>
                new(new Ack.ViewErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text })),
            SlackRequest.ViewSubmission => new(new Ack.ViewUpdate(ResultModal.For(message))),
            SlackRequest.BlockOptionsRequest => new(new Ack.Options([])),
            SlackRequest.BlockActionRequest { Container: Container.Message { ResponseUrl: var responseUrl } } action =>
                new(new Ack.Empty(), SlackCall.Respond.Beside(responseUrl, action.User, message)),
            SlackRequest.BlockActionRequest action => new(new Ack.Empty(), new SlackCall.Post(action.User, message)),
            SlackRequest.GlobalShortcut shortcut => new(new Ack.Empty(), new SlackCall.Post(shortcut.User, message)),
            // Nobody looks, and nobody would try again but Slack.
            SlackRequest.AppUninstalled
            or SlackRequest.TokensRevoked
            or SlackRequest.TeamAccessChanged
            or SlackRequest.UserChange => new(new Ack.Refused()),
            _ => new(new Ack.Empty()),
        };
    }
}
