using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Settings;

/// <summary>The page with the rules of a team: each line says what holds now, and opens its form.</summary>
public static class SettingsPage
{
    /// <summary>Draws the page.</summary>
    /// <param name="memory">The workspace.</param>
    /// <param name="lines">The lines, in their order.</param>
    /// <param name="said">The result of a form, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
        SettingsMemory memory,
        IReadOnlyList<SettingsLine> lines,
        Message? said = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Settings,
            PrivateMetadata = (memory with { Page = null, Line = null }).ToString(),
            Title = words.SettingsTitle,
            Close = words.Close,
            Blocks =
            [
                .. said?.Blocks is { } blocks ? [.. blocks, new DividerBlock()] : Array.Empty<Block>(),
                .. lines.Select(line => Line(words, line)),
            ],
        };

    private static SectionBlock Line(IWording words, SettingsLine line) =>
        new()
        {
            BlockId = line.Key,
            Text = new Markdown(words.SettingsLine(line).Markdown),
            Accessory = new Button
            {
                ActionId = Ids.Actions.ChangeRules,
                Text = words.ChangeButton,
                Value = line.Key,
                AccessibilityLabel = Cut.To(words.ReadAloud(words.ChangeButton, line.Title), Limits.ButtonText),
            },
        };
}
