using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The buttons that people find by their labels.</summary>
internal static class Buttons
{
    public static Button Unlock(ResourceLine line) => Of(Ids.Actions.Unlock, "Unlock", line);

    public static Button GiveBack(ResourceLine line) => Of(Ids.Actions.GiveBack, "Give it back", line);

    public static Button Lock(ResourceLine line, string label = "Lock") =>
        Of(Ids.Actions.Lock, label, line) with
        {
            Style = ButtonStyle.Primary,
        };

    public static Button Extend(ResourceLine line) => Of(Ids.Actions.Extend, "Extend", line);

    public static Button Override(ResourceLine line, string label = "Override") =>
        Of(Ids.Actions.Override, label, line);

    public static Button Watch(ResourceLine line) =>
        line.IsWatched
            ? Of(Ids.Actions.Unwatch, "Stop telling me", line)
            : Of(Ids.Actions.Watch, "Tell me when it's free", line);

    /// <summary>What can be done about a resource in its state.</summary>
    public static IReadOnlyList<Button> For(ResourceLine line) =>
        line switch
        {
            { Lease: null } => [Lock(line)],
            { IsOwn: true } => [Unlock(line), Extend(line)],
            _ => [Watch(line), Override(line)],
        };

    /// <summary>What can be done about it on Home, where taking over stands in the menu.</summary>
    public static IReadOnlyList<Button> OnHome(ResourceLine line) =>
        line switch
        {
            { Lease: null } => [LockInRow(line)],
            { IsOwn: false } => [Watch(line)],
            _ => For(line),
        };

    /// <summary>The one button of a row in a list.</summary>
    public static Button InRow(ResourceLine line) =>
        line switch
        {
            { Lease: null } => LockInRow(line),
            { IsOwn: true } => Unlock(line),
            _ => Watch(line),
        };

    // Among many rows none is the one thing to do.
    private static Button LockInRow(ResourceLine line) => Lock(line) with { Style = null };

    private static Button Of(string action, string label, ResourceLine line) =>
        new()
        {
            ActionId = action,
            Text = label,
            Value = ButtonValue.Of(line).ToString(),
            AccessibilityLabel = Cut.To($"{label}: {line.Name}", Limits.ButtonText),
        };
}
