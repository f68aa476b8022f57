using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The polite answer when work could not be done in time, said wherever the person is looking.</summary>
public static class TryAgain
{
    public static Message NotStored { get; } = Replies.TryAgain("Sorry, that could not be saved just now. Please try again in a moment.");

    public static Message TooSlow { get; } = Replies.TryAgain(
        "Sorry, that took too long, and it may or may not have been done. Please look with `/lockthat list`, and try again if it was not.");

    public static Message Broken { get; } = Replies.TryAgain("Sorry, something went wrong on our side. Please try again.");

    public static Answer Instead(Message message, SlackRequest request) => request switch
    {
        SlackRequest.SlashCommand => new(new Ack.OfMessage(message)),
        SlackRequest.ViewSubmission => new(new Ack.ViewUpdate(Form(message))),
        SlackRequest.BlockOptionsRequest => new(new Ack.Options([])),
        SlackRequest.BlockActionRequest { Container: Container.Message { ResponseUrl: { } responseUrl } } =>
            new(new Ack.Empty(), new SlackCall.Respond(responseUrl, message)),
        SlackRequest.BlockActionRequest action => new(new Ack.Empty(), new SlackCall.Post(action.User, message)),
        SlackRequest.GlobalShortcut shortcut => new(new Ack.Empty(), new SlackCall.Post(shortcut.User, message)),
        _ => new(new Ack.Empty()),
    };

    private static ModalViewDefinition Form(Message message) => new() { Title = "LockThat", Close = "Close", Blocks = message.Blocks ?? [] };
}
