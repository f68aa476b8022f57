using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Details;

/// <summary>The page of a resource: its state, its line, the last events, and everything that can be done.</summary>
public static class DetailsModal
{
    private const int MostWaiting = 20;

    /// <summary>Draws the page.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource.</param>
    /// <param name="waiting">Those in line, in order.</param>
    /// <param name="events">The last events, the newest first.</param>
    /// <param name="history">The value of the choice that opens the history.</param>
    /// <param name="said">The result of a press on the page, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        ResourceLine line,
        IReadOnlyList<WaitingLine> waiting,
        IReadOnlyList<Prose> events,
        string history,
        Message? said = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Details,
            PrivateMetadata = (memory with { Name = line.Name }).ToString(),
            Title = words.DetailsTitle,
            Close = words.Close,
            Blocks =
            [
                .. Say(said),
                SectionBlock.Of(words.State(line)),
                .. Line(words, waiting),
                new ActionsBlock
                {
                    BlockId = Ids.Blocks.HomeRow + ButtonValue.Of(line),
                    Elements = [.. Buttons.Allowed(Buttons.OnPage(words, line)), Menu(words, line, history)],
                },
                .. events.Count == 0 ? [] : Events(words, events),
            ],
        };

    /// <summary>The page of a resource that is gone.</summary>
    /// <param name="said">The result of the press that deleted it, or that it is gone.</param>
    public static ModalViewDefinition Gone(IWording words, ModalMemory memory, Message said) =>
        new()
        {
            CallbackId = Ids.Callbacks.Details,
            PrivateMetadata = memory.ToString(),
            Title = words.DetailsTitle,
            Close = words.Close,
            Blocks = said.Blocks ?? [],
        };

    private static IEnumerable<Block> Say(Message? said) =>
        said is null ? [] : [.. Undoing.Of(said), new DividerBlock()];

    private static IEnumerable<Block> Line(IWording words, IReadOnlyList<WaitingLine> waiting)
    {
        if (waiting.Count == 0)
            return [];
        var rows = waiting.Take(MostWaiting).Select((wait, place) => words.InLine(place + 1, wait)).ToList();
        if (waiting.Count > MostWaiting)
            rows.Add(words.MoreInLine(waiting.Count - MostWaiting));
        // Each in a block of its own, because Slack takes 3,000 characters in one.
        return [SectionBlock.Of(words.InLineHeading), .. rows.Select(ContextBlock.Of)];
    }

    private static IEnumerable<Block> Events(IWording words, IReadOnlyList<Prose> events) =>
        [new DividerBlock(), SectionBlock.Of(words.LastEventsHeading), .. events.Select(ContextBlock.Of)];

    private static OverflowMenu Menu(IWording words, ResourceLine line, string history) =>
        new()
        {
            ActionId = Ids.Actions.Menu,
            Options =
            [
                Option(words.HistoryTitle, $"{Ids.Actions.History} {history}"),
                .. line.IsOfAnother || !line.MayDelete
                    ? []
                    : (Option[])[Option(words.DeleteOption, Ids.MenuOptions.Delete)],
            ],
        };

    private static Option Option(string label, string value) => new() { Text = new PlainText(label), Value = value };
}
