using BitFaster.Caching.Lru;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>
/// A row of a list, drawn and written as JSON. Most rows look the same to most readers, and from one look to the next,
/// so those seen lately are kept.
/// A row follows from its line and its language alone: what is kept is never out of date.
/// </summary>
internal sealed class DrawnRow
{
    // Some 2 KB each.
    private const int MostKept = 4096;

    private static readonly FastConcurrentLru<(IWording Words, ResourceLine Line, bool IsToLeave), DrawnRow> Kept = new(
        Environment.ProcessorCount,
        MostKept,
        EqualityComparer<(IWording, ResourceLine, bool)>.Default
    );

    private DrawnRow(IWording words, ResourceLine line, bool isToLeave)
    {
        var sentence = words.Row(line);
        Fallback = sentence.Fallback;
        Content = new(
            new Markdown(sentence.Markdown),
            isToLeave ? Buttons.Leave(words, line) : Buttons.InRow(words, line)
        );
    }

    /// <summary>The row in the <c>text</c> of the message.</summary>
    public string Fallback { get; }

    /// <summary>The row in its blocks.</summary>
    public WrittenSection Content { get; }

    /// <summary>The length of whichever form is longer, in UTF-16 units.</summary>
    public int Length => Math.Max(Fallback.Length, Content.Text.Text.Length);

    /// <summary>The row of a resource in its state.</summary>
    /// <param name="isToLeave">Whether it offers to leave the line, whatever else fits.</param>
    public static DrawnRow Of(IWording words, ResourceLine line, bool isToLeave = false) =>
        Kept.GetOrAdd((words, line, isToLeave), static row => new(row.Words, row.Line, row.IsToLeave));
}
