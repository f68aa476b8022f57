using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

public static partial class Replies
{
    private const int MostRows = Limits.MessageBlocks - 5;
    private const int MostCharacters = 9_000;

    /// <summary>All resources of the workspace, the reader's locks first, as many as fit.</summary>
    /// <param name="lines">In the order of their names.</param>
    public static Message List(IReadOnlyList<ResourceLine> lines)
    {
        if (lines.Count == 0)
            return Say(
                Prose.Of(
                    $":sparkles: There are no resources here yet. Try {Example("/lockthat lock test-site 2h demo")}: it creates what does not exist."
                )
            );

        var own = lines.Where(line => line.IsOwn).ToList();
        var held = lines.Where(line => line is { IsOwn: false, Lease: not null }).ToList();
        var free = lines.Where(line => line.Lease is null).ToList();
        return Rows(
            Prose.Of(
                $"*{Count(lines.Count, "resource")}:* {own.Count} yours, {held.Count} held by others, {free.Count} free."
            ),
            [.. own, .. held, .. free],
            Ids.Blocks.List
        );
    }

    /// <summary>The reader's own locks.</summary>
    public static Message Mine(IReadOnlyList<ResourceLine> own) =>
        own.Count == 0
            ? Say(Prose.Of($":white_check_mark: You hold nothing. {Example("/lockthat list")} shows what is free."))
            : Rows(Prose.Of($"*You hold {Count(own.Count, "resource")}:*"), own, Ids.Blocks.Mine);

    /// <summary>The reader holds several locks and said <c>unlock</c> alone.</summary>
    public static Message UnlockWhich(IReadOnlyList<ResourceLine> own) =>
        Rows(Prose.Of($":unlock: *Which one?* You hold {Count(own.Count, "resource")}:"), own, Ids.Blocks.Which);

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

    private static Message Rows(Prose heading, IReadOnlyList<ResourceLine> lines, string blockId)
    {
        var rows = new List<Block> { new SectionBlock { Text = new Markdown(heading.Markdown) } };
        var said = new List<string> { heading.Fallback };
        var characters = heading.Fallback.Length;
        foreach (var (line, number) in lines.Select((line, number) => (line, number)).Take(MostRows))
        {
            var row = DrawnRow.Of(line);
            characters += row.Length + 1;
            if (characters > MostCharacters)
                break;
            said.Add(row.Fallback);
            rows.Add(row.Content.Block($"{blockId}{number}"));
        }

        var more = lines.Count - (rows.Count - 1);
        if (more > 0)
        {
            var rest = Prose.Of($"… and {more} more. The *Home* of this app shows them all.");
            said.Add(rest.Fallback);
            rows.Add(new ContextBlock { Elements = [new Markdown(rest.Markdown)] });
        }

        return new(string.Join('\n', said)) { Blocks = rows };
    }

    // The state as it is read among many: without since when. In one piece each, because a list has dozens of them.
    internal static Prose Row(ResourceLine line) =>
        line switch
        {
            { Lease: null } => Prose.Of($":white_circle: {line.NameShown} is free."),
            { Lease: var lease, IsOwn: true } => Prose.Of(
                $":large_blue_circle: {line.NameShown} is yours until {lease.End}{lease.Why}."
            ),
            { Lease: var lease } => Prose.Of(
                $":red_circle: {line.NameShown} is held by {lease.By} until {lease.End}{lease.Why}.{Watched(line)}"
            ),
        };

    private static Prose Count(int count, string what) =>
        count == 1 ? Prose.Of($"1 {new OwnWords(what)}") : Prose.Of($"{count} {new OwnWords(what)}s");
}
