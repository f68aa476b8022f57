using System.Runtime.CompilerServices;

namespace LockThat.Blocks.Kit;

/// <summary>
/// A sentence in both forms that a message needs: as mrkdwn for a block, and as fallback text, where not even a bare
/// address may come alive. Strings put into it count as typed by a user and are shown inert; live parts have types of
/// their own.
/// </summary>
public sealed record Prose
{
    /// <summary>Nothing said.</summary>
    public static Prose None { get; } = new("", "");

    internal Prose(string markdown, string fallback) => (Markdown, Fallback) = (markdown, fallback);

    /// <summary>The sentence for a text object of type mrkdwn.</summary>
    public string Markdown { get; }

    /// <summary>The sentence for the <c>text</c> of a message.</summary>
    public string Fallback { get; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Markdown.Length == 0;

    /// <summary>A sentence from an interpolated string: <c>Prose.Of($"{new CodeSpan(name)} is free.")</c>.</summary>
    public static Prose Of(ProseHandler sentence) => sentence.ToProse();

    /// <summary>Several sentences, those that say something, with the given text between them.</summary>
    public static Prose Join(string between, params IEnumerable<Prose> sentences)
    {
        var said = sentences.Where(sentence => !sentence.IsEmpty).ToList();
        return new(
            string.Join(between, said.Select(sentence => sentence.Markdown)),
            string.Join(between, said.Select(sentence => sentence.Fallback))
        );
    }
}

/// <summary>A user's name, live: <c>&lt;@U…&gt;</c>.</summary>
/// <param name="UserId">Slack's id of the user.</param>
public readonly record struct UserMention(string UserId);

/// <summary>A name that somebody typed, as a code span.</summary>
/// <param name="Name">The name.</param>
public readonly record struct CodeSpan(string Name);

/// <summary>Words of our own that are mrkdwn already.</summary>
/// <param name="Words">The words.</param>
public readonly record struct OwnWords(string Words);

/// <summary>A moment in each reader's own time zone.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Format">The form in which it is read: Slack's tokens, such as <c>{date_short_pretty} at
/// {time}</c>.</param>
/// <param name="WithSeconds">Whether seconds matter where Slack cannot read the tokens.</param>
public readonly record struct DateToken(DateTimeOffset Moment, string Format, bool WithSeconds = false);

/// <summary>Builds a <see cref="Prose"/> from an interpolated string. Both forms are one text until something reads
/// differently in them.</summary>
[InterpolatedStringHandler]
public ref struct ProseHandler
{
    private DefaultInterpolatedStringHandler _markdown;
    private DefaultInterpolatedStringHandler _fallback;
    private bool _differ;

    /// <summary>Called by the compiler.</summary>
    public ProseHandler(int literalLength, int formattedCount) => _markdown = new(literalLength, formattedCount);

    internal Prose ToProse()
    {
        var markdown = _markdown.ToStringAndClear();
        return new(markdown, _differ ? _fallback.ToStringAndClear() : markdown);
    }

    /// <summary>Our own words.</summary>
    public void AppendLiteral(string words)
    {
        _markdown.AppendLiteral(words);
        if (_differ)
            _fallback.AppendLiteral(words);
    }

    /// <summary>Something that a user typed.</summary>
    public void AppendFormatted(string typed) => Append(Mrkdwn.Escape(typed), Mrkdwn.Fallback(typed));

    /// <summary>A sentence inside the sentence.</summary>
    public void AppendFormatted(Prose inner) => Append(inner.Markdown, inner.Fallback);

    /// <summary>Our own words from elsewhere.</summary>
    public void AppendFormatted(OwnWords ours) => AppendLiteral(ours.Words);

    /// <summary>A user.</summary>
    public void AppendFormatted(UserMention user) => AppendLiteral(Mrkdwn.Mention(user.UserId));

    /// <summary>A name.</summary>
    public void AppendFormatted(CodeSpan name) => AppendLiteral(Mrkdwn.Code(name.Name));

    /// <summary>A moment.</summary>
    public void AppendFormatted(DateToken date) =>
        AppendLiteral(Mrkdwn.Date(date.Moment, date.Format, date.WithSeconds));

    private void Append(string markdown, string fallback)
    {
        if (!_differ && !string.Equals(markdown, fallback, StringComparison.Ordinal))
        {
            _differ = true;
            _fallback = new(_markdown.Text.Length + fallback.Length, 0);
            _fallback.AppendFormatted(_markdown.Text);
        }

        _markdown.AppendLiteral(markdown);
        if (_differ)
            _fallback.AppendLiteral(fallback);
    }
}
