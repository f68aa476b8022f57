namespace LockThat.Playground.Formatting;

/// <summary>A run of formatted text, whichever of Slack's notations (mrkdwn, rich_text, plain_text) it was written
/// in.</summary>
public abstract record Inline
{
    private Inline() { }

    public sealed record Plain(string Text) : Inline;

    public sealed record Break : Inline;

    public sealed record Styled(TextStyle Style, IReadOnlyList<Inline> Children) : Inline;

    public sealed record Link(string Url, IReadOnlyList<Inline> Label) : Inline;

    public sealed record User(string Id) : Inline;

    public sealed record Channel(string Id, string Label) : Inline;

    public sealed record Broadcast(string Label) : Inline;

    public sealed record Emoji(string Name, string Glyph) : Inline;

    public sealed record Date(DateToken Token) : Inline;
}

public enum TextStyle
{
    Bold,
    Italic,
    Strike,
    Underline,
    Code,
}

/// <summary>A moment that is shown in the reader's own time zone.</summary>
public sealed record DateToken(DateTimeOffset At, string Format, string? Url, string Fallback);

/// <summary>A part of a text with lines of its own.</summary>
public abstract record TextBlock
{
    private TextBlock() { }

    public sealed record Paragraph(IReadOnlyList<Inline> Content) : TextBlock;

    public sealed record Quote(IReadOnlyList<Inline> Content) : TextBlock;

    public sealed record Preformatted(IReadOnlyList<Inline> Content) : TextBlock;

    public sealed record Listing(bool Ordered, int Indent, IReadOnlyList<IReadOnlyList<Inline>> Items) : TextBlock;
}
