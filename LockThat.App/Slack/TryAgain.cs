using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The polite answer when work could not be done in time, said wherever the person is looking.</summary>
public static class TryAgain
{
    public static Message TooSlow { get; } = Saying(
        "Sorry, that took too long, and it may or may not have been done. Please look with `/lockthat list`, and try again if it was not.");

    public static Message Broken { get; } = Saying("Sorry, something went wrong on our side. Please try again.");

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

    private static Message Saying(string text) => new(text) { Blocks = [new SectionBlock { Text = new Markdown(text) }] };

    private static ModalViewDefinition Form(Message message) => new()
    {
        Title = "LockThat",
        Close = "Close",
        Blocks = message.Blocks ?? [new SectionBlock { Text = new Markdown(message.Text) }],
    };
}
