using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Messages;

/// <summary>The buttons that people find by their labels.</summary>
internal static class Buttons
{
    public static Button Unlock(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Unlock, words.UnlockButton, line);

    public static Button GiveBack(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.GiveBack, words.GiveBackButton, line);

    public static Button Lock(IWording words, ResourceLine line) => Lock(words, line, words.LockButton);

    public static Button LockAgain(IWording words, ResourceLine line) => Lock(words, line, words.LockAgainButton);

    public static Button Extend(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Extend, words.ExtendButton, line);

    public static Button Override(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Override, words.OverrideButton, line);

    public static Button TakeBack(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Override, words.TakeBackButton, line);

    public static Button Watch(IWording words, ResourceLine line) =>
        line.IsWatched
            ? Of(words, Ids.Actions.Unwatch, words.UnwatchButton, line)
            : Of(words, Ids.Actions.Watch, words.WatchButton, line);

    /// <summary>The buttons that fit a resource in its state.</summary>
    public static IReadOnlyList<Button> For(IWording words, ResourceLine line) =>
        line switch
        {
            { Lease: null } => [Lock(words, line)],
            { IsOwn: true } => [Unlock(words, line), Extend(words, line)],
            _ => [Watch(words, line), Override(words, line)],
        };

    /// <summary>The buttons that fit it on Home, where taking over is in the menu.</summary>
    public static IReadOnlyList<Button> OnHome(IWording words, ResourceLine line) =>
        line switch
        {
            { Lease: null } => [LockInRow(words, line)],
            { IsOwn: false } => [Watch(words, line)],
            _ => For(words, line),
        };

    /// <summary>The one button of a row in a list.</summary>
    public static Button InRow(IWording words, ResourceLine line) =>
        line switch
        {
            { Lease: null } => LockInRow(words, line),
            { IsOwn: true } => Unlock(words, line),
            _ => Watch(words, line),
        };

    private static Button Lock(IWording words, ResourceLine line, string label) =>
        Of(words, Ids.Actions.Lock, label, line) with
        {
            Style = ButtonStyle.Primary,
        };

    // Among many rows none is the one thing to do.
    private static Button LockInRow(IWording words, ResourceLine line) => Lock(words, line) with { Style = null };

    private static Button Of(IWording words, string action, string label, ResourceLine line) =>
        new()
        {
            ActionId = action,
            Text = label,
            Value = ButtonValue.Of(line).ToString(),
            AccessibilityLabel = Cut.To(words.ReadAloud(label, line.Name), Limits.ButtonText),
        };
}
