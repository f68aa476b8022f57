using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The buttons that people find by their labels.</summary>
static class Buttons
{
    public static Button Unlock(ResourceLine line) => Of(Ids.Actions.Unlock, "Unlock", line);

    public static Button GiveBack(ResourceLine line) => Of(Ids.Actions.GiveBack, "Give it back", line);

    public static Button LockNow(ResourceLine line, string label) => Of(Ids.Actions.LockNow, label, line) with { Style = ButtonStyle.Primary };

    public static Button Watch(ResourceLine line) => line.IsWatched
        ? Of(Ids.Actions.Unwatch, "Stop telling me", line)
        : Of(Ids.Actions.Watch, "Tell me when it's free", line);

    /// <summary>What can be done about a resource in its state.</summary>
    public static IReadOnlyList<Button> For(ResourceLine line) => line switch
    {
        { Lease: null } => [],
        { IsOwn: true } => [Unlock(line)],
        _ => [Watch(line)],
    };

    /// <summary>The one button of a row in a list; null when nothing can be done about it.</summary>
    public static Button? InRow(ResourceLine line) => line switch
    {
        { Lease: null } => null,
        { IsOwn: true } => Unlock(line),
        _ => Watch(line),
    };

    private static Button Of(string action, string label, ResourceLine line) => new()
    {
        ActionId = action,
        Text = label,
        Value = ButtonValue.Of(line).ToString(),
        AccessibilityLabel = Cut.To($"{label}: {line.Name}", Limits.ButtonText),
    };
}
