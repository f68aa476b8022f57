using System.Globalization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose JoinOrWatch =>
        Prose.Of(
            $"In line, it is *kept for you* when your turn comes. When you are only told that it is free, the first to lock it has it."
        );

    private static Prose TurnOf(ResourceLine line, TurnLine turn) =>
        Prose.Of($"Nobody holds {line.NameShown}, and it is {Whose(line, turn)} until {At(turn.Until)}.");

    private static Prose Whose(ResourceLine line, TurnLine turn) =>
        line.IsOwnTurn ? Prose.Of($"*your turn*") : Prose.Of($"{By(turn.Who)}'s turn");

    // How many wait besides the one whose turn it is, and the reader's own place.
    private static Prose InLine(ResourceLine line) =>
        line switch
        {
            { Waiting: 0 } => Prose.None,
            { IsOwnTurn: true } => Behind(line.Waiting - 1),
            { Place: { } place } => Prose.Of($" {PlaceOf(place, line.Waiting)}"),
            { Turn: not null, Waiting: 1 } => Prose.None,
            { Waiting: var all } => Prose.Of($" {Wait(all)} in line."),
        };

    private static Prose Behind(int others) => others == 0 ? Prose.None : Prose.Of($" {Wait(others)} behind you.");

    private static Prose PlaceOf(PlaceLine place, int waiting) =>
        place switch
        {
            { Number: { } number, Expected: { } turn } => Prose.Of(
                $"You are *{Ordinal(number)} in line* (of {Number(waiting)}): your turn comes about {At(turn)}."
            ),
            { Number: { } number } => Prose.Of($"You are *{Ordinal(number)} in line* (of {Number(waiting)})."),
            _ => Prose.Of($"You are *in line*: {Wait(waiting)}."),
        };

    // "1 person waits", "3 people wait".
    private static OwnWords Wait(int count) =>
        new(count == 1 ? "1 person waits" : $"{Number(count).Words} people wait");

    private static OwnWords Ordinal(int number)
    {
        var ending = (number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return new(string.Create(CultureInfo.InvariantCulture, $"{number}{ending}"));
    }
}
