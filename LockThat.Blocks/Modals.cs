using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>What the modals share.</summary>
internal static class Modals
{
    /// <summary>A value that cannot be changed here.</summary>
    public static SectionBlock Fixed(string label, string name) =>
        new() { Text = new Markdown(Prose.Of($"*{label}*\n{new CodeSpan(name)}").Markdown) };

    public static SectionBlock Text(Prose said) => new() { Text = new Markdown(said.Markdown) };

    /// <summary>What has changed since the modal was opened, on top of it.</summary>
    public static IEnumerable<Block> News(Prose? news) => news is null || news.IsEmpty ? [] : [Text(news)];
}
