using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Forms;

/// <summary>The parts that the modals share.</summary>
internal static class Modals
{
    private const int MostUnits = 400;

    /// <summary>A value that cannot be changed in the form.</summary>
    public static SectionBlock Fixed(string label, string name) =>
        SectionBlock.Of(Prose.Of($"*{new OwnWords(label)}*\n{new CodeSpan(name)}"));

    /// <summary>A field for words that nobody must type.</summary>
    public static InputBlock Words(string blockId, string label, string placeholder, string? typed = null) =>
        new()
        {
            BlockId = blockId,
            Label = label,
            Optional = true,
            Element = new PlainTextInput
            {
                ActionId = Ids.Fields.Value,
                MaxLength = MostUnits,
                InitialValue = string.IsNullOrEmpty(typed) ? null : typed,
                Placeholder = placeholder,
            },
        };

    /// <summary>A change since the modal was opened, shown on top of it.</summary>
    public static IEnumerable<Block> News(Prose? news) => news is null || news.IsEmpty ? [] : [SectionBlock.Of(news)];
}
