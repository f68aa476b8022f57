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

    /// <summary>Joins the line, or leaves it for somebody who waits.</summary>
    public static Button Join(IWording words, ResourceLine line) =>
        line.Place is null ? Of(words, Ids.Actions.Join, words.JoinButton, line) : Leave(words, line);

    /// <summary>Joins the line again, with a form that has the wish of before.</summary>
    public static Button JoinWith(IWording words, ResourceLine line, PlaceLine wish) =>
        Of(words, Ids.Actions.Join, words.JoinButton, line) with
        {
            Value = new ButtonValue(line.Name) { Length = wish.Length, Reason = wish.Reason }.ToString(),
        };

    public static Button Leave(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Leave, words.LeaveButton, line) with
        {
            Value = new ButtonValue(line.Name, Wait: line.Place?.Wait).ToString(),
        };

    /// <summary>Locks in the reader's turn by one press.</summary>
    public static Button Claim(IWording words, ResourceLine line) =>
        Of(words, Ids.Actions.Claim, words.LockButton, line) with
        {
            Style = ButtonStyle.Primary,
        };

    /// <summary>Goes to the head of the line.</summary>
    /// <param name="lost">The lock that the reader lost.</param>
    public static Button GoNext(IWording words, ResourceLine line, LeaseLine lost) =>
        Of(words, Ids.Actions.GoNext, words.GoNextButton, line) with
        {
            Value = new ButtonValue(line.Name, lost.Id, lost.Until).ToString(),
        };

    public static Button Ask(IWording words, ResourceLine line) => Of(words, Ids.Actions.Ask, words.AskButton, line);

    /// <summary>Hands it over to the one that asked.</summary>
    public static Button HandOver(IWording words, ResourceLine line, AskLine ask) =>
        Of(words, Ids.Actions.HandOver, words.HandOverButton, line) with
        {
            Value = new ButtonValue(line.Name, Ask: ask.Id, Said: ask.Said).ToString(),
            Style = ButtonStyle.Primary,
        };

    /// <summary>Answers the one that asked.</summary>
    public static Button Keep(IWording words, ResourceLine line, AskLine ask) =>
        Of(words, Ids.Actions.Keep, words.KeepButton, line) with
        {
            Value = new ButtonValue(line.Name, Ask: ask.Id, Said: ask.Said).ToString(),
        };

    /// <summary>Takes an unlock back.</summary>
    /// <param name="was">The lock that was ended.</param>
    public static Button Undo(IWording words, ResourceLine line, LeaseLine was) =>
        Of(words, Ids.Actions.Undo, words.UndoButton, line) with
        {
            Value = new ButtonValue(line.Name, was.Id, was.Until).ToString(),
        };

    /// <summary>Takes a deletion back.</summary>
    /// <param name="id">The id of the resource that is gone.</param>
    public static Button Restore(IWording words, string name, string id) =>
        Of(words, Ids.Actions.Restore, words.UndoButton, new(name)) with
        {
            Value = $"{id} {name}",
        };

    /// <summary>The buttons that fit a resource in its state.</summary>
    public static IReadOnlyList<Button> For(IWording words, ResourceLine line) =>
        line switch
        {
            { IsFree: true } => [Lock(words, line)],
            { IsOwn: true } => [Unlock(words, line), Extend(words, line)],
            { IsOwnTurn: true } => InTurn(words, line),
            _ => OfAnother(words, line, Join(words, line)),
        };

    /// <summary>The buttons that fit it on Home, where taking over and being told are in the menu.</summary>
    public static IReadOnlyList<Button> OnHome(IWording words, ResourceLine line) =>
        line switch
        {
            { IsFree: true } => [LockInRow(words, line)],
            { IsOfAnother: true } => [Join(words, line)],
            { IsOwnTurn: true } => [.. InTurn(words, line).Select(InRow)],
            _ => For(words, line),
        };

    /// <summary>Everything that fits it on its own page.</summary>
    public static IReadOnlyList<Button> OnPage(IWording words, ResourceLine line) =>
        line switch
        {
            { IsOfAnother: true } => OfAnother(words, line, InRow(Join(words, line))),
            { IsOwn: true } => [.. OnHome(words, line), Of(words, Ids.Actions.Give, words.GiveOption, line)],
            _ => OnHome(words, line),
        };

    /// <summary>The one button of a row in a list. Among others' locks it takes back what the reader has asked for, or
    /// joins the line. Null when the reader may do nothing with it.</summary>
    public static Button? InRow(IWording words, ResourceLine line) =>
        line switch
        {
            { IsFree: true, MayUse: false } => null,
            { IsFree: true } => LockInRow(words, line),
            { IsOwn: true } => Unlock(words, line),
            { IsOwnTurn: true } => InRow(Claim(words, line)),
            { IsWatched: true, Place: null } or { Place: null, MayUse: false } => Watch(words, line),
            _ => Join(words, line),
        };

    /// <summary>Those of some buttons that the rules of the team let the reader press.</summary>
    public static IReadOnlyList<Button> Allowed(params IReadOnlyList<Button> buttons) =>
        buttons.Any(IsRefused) ? [.. buttons.Where(button => !IsRefused(button))] : buttons;

    /// <summary>The buttons that fit what another has, when the line has no room.</summary>
    public static IReadOnlyList<Button> WithoutJoining(IWording words, ResourceLine line) =>
        [
            Watch(words, line),
            // During a turn, nobody could be asked.
            .. line.Lease is null ? Array.Empty<Button>() : [Ask(words, line)],
            Override(words, line),
        ];

    private static IReadOnlyList<Button> OfAnother(IWording words, ResourceLine line, Button join) =>
        [join, .. WithoutJoining(words, line)];

    private static IReadOnlyList<Button> InTurn(IWording words, ResourceLine line) =>
        [
            Claim(words, line),
            // Nobody is behind a person who is alone in line.
            .. line.Waiting > 1 ? [Of(words, Ids.Actions.LetPass, words.LetPassButton, line)] : Array.Empty<Button>(),
            Leave(words, line),
        ];

    private static Button Lock(IWording words, ResourceLine line, string label) =>
        Of(words, Ids.Actions.Lock, label, line) with
        {
            Style = ButtonStyle.Primary,
        };

    private static Button LockInRow(IWording words, ResourceLine line) => InRow(Lock(words, line));

    // Among many rows none is the one thing to do.
    private static Button InRow(Button button) => button with { Style = null };

    private static bool IsRefused(Button button) => button.ActionId.Length == 0;

    private static bool IsAllowed(string action, ResourceLine line) =>
        action switch
        {
            Ids.Actions.Lock
            or Ids.Actions.Claim
            or Ids.Actions.Extend
            or Ids.Actions.Join
            or Ids.Actions.GoNext
            or Ids.Actions.Ask
            or Ids.Actions.Give
            or Ids.Actions.Undo => line.MayUse,
            Ids.Actions.Override => line.MayOverride,
            Ids.Actions.Restore => line.MayDelete,
            _ => true,
        };

    // A button that the reader may not press has no action, and is left out where it would be drawn.
    private static Button Of(IWording words, string action, string label, ResourceLine line) =>
        new()
        {
            ActionId = IsAllowed(action, line) ? action : "",
            Text = label,
            Value = ButtonValue.Of(line).ToString(),
            AccessibilityLabel = Cut.To(words.ReadAloud(label, line.Name), Limits.ButtonText),
        };
}
