using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    private const int MostRows = Limits.MessageBlocks - 5;
    private const int MostCharacters = 9_000;

    /// <summary>All resources of the workspace, the reader's locks first, as many as fit.</summary>
    /// <param name="lines">In the order of their names.</param>
    /// <param name="filter">What the ids of the rows have behind their numbers, so that the same list is drawn after a
    /// press.</param>
    public static Message List(IWording words, IReadOnlyList<ResourceLine> lines, string filter = "")
    {
        if (lines.Count == 0)
            return Say(words.NothingListed);

        var own = lines.Where(line => line.IsOwn).ToList();
        var held = lines.Where(line => line is { IsOwn: false, IsFree: false }).ToList();
        var free = lines.Where(line => line.IsFree).ToList();
        return Rows(
            words,
            words.ListHeading(lines.Count, own.Count, held.Count, free.Count),
            [.. own, .. held, .. free],
            Ids.Blocks.List,
            filter
        );
    }

    /// <summary>The reader's own locks.</summary>
    public static Message Mine(IWording words, IReadOnlyList<ResourceLine> own) =>
        own.Count == 0 ? Say(words.NothingHeld) : Rows(words, words.MineHeading(own.Count), own, Ids.Blocks.Mine);

    /// <summary>The reader holds several locks and said <c>unlock</c> alone.</summary>
    public static Message UnlockWhich(IWording words, IReadOnlyList<ResourceLine> own) =>
        Rows(words, words.WhichHeading(own.Count), own, Ids.Blocks.Which);

    /// <summary>A list drawn again after a click on one of its rows, with what came of the click on top.</summary>
    public static Message Below(Message outcome, Message list) =>
        new($"{outcome.Text}\n{list.Text}")
        {
            Blocks =
            [
                .. (outcome.Blocks ?? []).Where(block => block is not ActionsBlock),
                new DividerBlock(),
                .. list.Blocks ?? [],
            ],
        };

    private static Message Rows(
        IWording words,
        Prose heading,
        IReadOnlyList<ResourceLine> lines,
        string blockId,
        string behind = ""
    )
    {
        var rows = new List<Block> { SectionBlock.Of(heading) };
        var said = new List<string> { heading.Fallback };
        var characters = heading.Fallback.Length;
        foreach (var (line, number) in lines.Select((line, number) => (line, number)).Take(MostRows))
        {
            var row = DrawnRow.Of(words, line);
            characters += row.Length + 1;
            if (characters > MostCharacters)
                break;
            said.Add(row.Fallback);
            rows.Add(row.Content.Block($"{blockId}{number}{behind}"));
        }

        var more = lines.Count - (rows.Count - 1);
        if (more > 0)
        {
            var rest = words.More(more);
            said.Add(rest.Fallback);
            rows.Add(ContextBlock.Of(rest));
        }

        return new(string.Join('\n', said)) { Blocks = rows };
    }
}
