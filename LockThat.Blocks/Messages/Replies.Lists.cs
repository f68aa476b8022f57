using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

public static partial class Replies
{
    // Two headings, the rest of the list, and what came of a press with its hint and a divider stand beside them.
    private const int MostRows = Limits.MessageBlocks - 6;
    private const int MostCharacters = 9_000;

    /// <summary>All resources of the workspace, the reader's locks first, then what the reader waits for, as many as
    /// fit.</summary>
    /// <param name="lines">In the order of their names.</param>
    /// <param name="filter">The end of the ids of the rows, behind their numbers, so that the same list is drawn after
    /// a press.</param>
    public static Message List(IWording words, IReadOnlyList<ResourceLine> lines, string filter = "")
    {
        if (lines.Count == 0)
            return Say(words.NothingListed);

        var own = lines.Where(line => line.IsOwn).ToList();
        var awaited = lines.Where(line => line is { IsOwn: false, Place: not null }).ToList();
        var others = lines.Where(line => line is { IsOfAnother: true, Place: null }).ToList();
        var free = lines.Where(line => line is { IsFree: true, Place: null }).ToList();
        var turns = lines.Count(line => line.Turn is not null);
        var held = lines.Count - own.Count - turns - lines.Count(line => line.IsFree);
        return Rows(
            words,
            Ids.Blocks.List,
            new Part(
                words.ListHeading(lines.Count, own.Count, held, turns, lines.Count - own.Count - held - turns),
                [.. own, .. awaited, .. others, .. free],
                Behind: filter
            )
        );
    }

    /// <summary>The reader's own locks, and what the reader waits for.</summary>
    public static Message Mine(IWording words, IReadOnlyList<ResourceLine> own, IReadOnlyList<ResourceLine> waits) =>
        (own.Count, waits.Count) switch
        {
            (0, 0) => Say(words.NothingHeld),
            (_, 0) => Rows(words, Ids.Blocks.Mine, new Part(words.MineHeading(own.Count), own)),
            _ => Rows(
                words,
                Ids.Blocks.Mine,
                new Part(own.Count == 0 ? words.NothingHeld : words.MineHeading(own.Count), own),
                new Part(words.WaitsHeading(waits.Count), waits)
            ),
        };

    /// <summary>The reader holds several locks and said <c>unlock</c> alone.</summary>
    public static Message UnlockWhich(IWording words, IReadOnlyList<ResourceLine> own) =>
        Rows(words, Ids.Blocks.Which, new Part(words.WhichHeading(own.Count), own));

    /// <summary>A list drawn again after a click on one of its rows, with what came of the click on top.</summary>
    public static Message Below(Message outcome, Message list) =>
        new($"{outcome.Text}\n{list.Text}")
        {
            Blocks = [.. Undoing.Of(outcome), new DividerBlock(), .. list.Blocks ?? []],
        };

    private static Message Rows(IWording words, string blockId, params IReadOnlyList<Part> parts)
    {
        var rows = new List<Block>();
        var said = new List<string>();
        var (characters, drawn) = (0, 0);
        foreach (var part in parts)
        {
            rows.Add(SectionBlock.Of(part.Heading));
            said.Add(part.Heading.Fallback);
            characters += part.Heading.Fallback.Length;
            foreach (var line in part.Lines.TakeWhile(_ => drawn < MostRows))
            {
                var row = DrawnRow.Of(words, line, part.IsToLeave);
                characters += row.Length + 1;
                if (characters > MostCharacters)
                    break;
                said.Add(row.Fallback);
                rows.Add(row.Content.Block($"{blockId}{drawn++}{part.Behind}"));
            }
        }

        var more = parts.Sum(part => part.Lines.Count) - drawn;
        if (more > 0)
        {
            var rest = words.More(more);
            said.Add(rest.Fallback);
            rows.Add(ContextBlock.Of(rest));
        }

        return new(string.Join('\n', said)) { Blocks = rows };
    }

    /// <summary>Rows under a heading.</summary>
    /// <param name="Heading">The heading.</param>
    /// <param name="Lines">The rows, in their order.</param>
    /// <param name="IsToLeave">Whether each row offers to leave its line.</param>
    /// <param name="Behind">Stands in the ids of the rows, behind their numbers.</param>
    private sealed record Part(
        Prose Heading,
        IReadOnlyList<ResourceLine> Lines,
        bool IsToLeave = false,
        string Behind = ""
    );
}
