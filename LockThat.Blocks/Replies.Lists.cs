using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

public static partial class Replies
{
    private const int MostRows = Limits.MessageBlocks - 3;
    private const int MostCharacters = 9_000;

    /// <summary>All resources of the workspace, the reader's locks first, as many as fit.</summary>
    /// <param name="lines">In the order of their names.</param>
    /// <param name="before">What is to be said first, after a click on a row; nothing in the answer to the command.</param>
    public static Message List(IReadOnlyList<ResourceLine> lines, Prose? before = null)
    {
        if (lines.Count == 0)
            return Say(Prose.Of($":sparkles: There are no resources here yet. Try {Example("/lockthat lock test-site 2h demo")}: it creates what does not exist."));

        var own = lines.Where(line => line.IsOwn).ToList();
        var held = lines.Where(line => line is { IsOwn: false, Lease: not null }).ToList();
        var free = lines.Where(line => line.Lease is null).ToList();
        return Rows(
            before,
            Prose.Of($"*{Count(lines.Count, "resource")}:* {own.Count} yours, {held.Count} held by others, {free.Count} free."),
            [.. own, .. held, .. free],
            Ids.Blocks.List);
    }

    /// <summary>The reader's own locks.</summary>
    public static Message Mine(IReadOnlyList<ResourceLine> own, Prose? before = null) => own.Count == 0
        ? Say(Prose.Join("\n", before ?? Prose.None, Prose.Of($":white_check_mark: You hold nothing. {Example("/lockthat list")} shows what is free.")))
        : Rows(before, Prose.Of($"*You hold {Count(own.Count, "resource")}:*"), own, Ids.Blocks.Mine);

    /// <summary>The reader holds several locks and said <c>unlock</c> alone.</summary>
    public static Message UnlockWhich(IReadOnlyList<ResourceLine> own) =>
        Rows(null, Prose.Of($":unlock: *Which one?* You hold {Count(own.Count, "resource")}:"), own, Ids.Blocks.Which);

    private static Message Rows(Prose? before, Prose heading, IReadOnlyList<ResourceLine> lines, string blockId)
    {
        var first = Prose.Join("\n", before ?? Prose.None, heading);
        var rows = new List<Block> { new SectionBlock { Text = new Markdown(first.Markdown) } };
        var said = new List<Prose> { first };
        var characters = first.Fallback.Length;
        foreach (var (line, number) in lines.Select((line, number) => (line, number)).Take(MostRows))
        {
            var row = Row(line);
            characters += Math.Max(row.Fallback.Length, row.Markdown.Length) + 1;
            if (characters > MostCharacters)
                break;
            said.Add(row);
            rows.Add(new SectionBlock { BlockId = $"{blockId}{number}", Text = new Markdown(row.Markdown), Accessory = Buttons.InRow(line) });
        }

        var more = lines.Count - (rows.Count - 1);
        if (more > 0)
        {
            var rest = Prose.Of($"… and {more} more. The *Home* of this app shows them all.");
            said.Add(rest);
            rows.Add(new ContextBlock { Elements = [new Markdown(rest.Markdown)] });
        }

        return new(Prose.Join("\n", said).Fallback) { Blocks = rows };
    }

    private static Prose Row(ResourceLine line) => line switch
    {
        { Lease: null } => Prose.Of($":white_circle: {line.State}"),
        { IsOwn: true } => Prose.Of($":large_blue_circle: {line.State}"),
        _ => Prose.Of($":red_circle: {Held(line)}"),
    };

    private static Prose Count(int count, string what) => count == 1 ? Prose.Of($"1 {new OwnWords(what)}") : Prose.Of($"{count} {new OwnWords(what)}s");
}
