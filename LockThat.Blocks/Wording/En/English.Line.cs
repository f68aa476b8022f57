using System.Globalization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

// The phrases about a line, of which sentences are made.
public sealed partial class English
{
    private static Prose TurnOf(ResourceLine line, TurnLine turn) =>
        Prose.Of($"Nobody holds {line.NameShown}, and it is {Whose(line, turn)} until {At(turn.Until)}.");

    private static Prose Whose(ResourceLine line, TurnLine turn) =>
        line.IsOwnTurn ? Prose.Of($"*your turn*") : Prose.Of($"{By(turn.Who)}'s turn");

    // The number of those who wait, and the reader's own place.
    private static Prose InLine(ResourceLine line) =>
        line switch
        {
            { Waiting: 0 } => Prose.None,
            { IsOwnTurn: true } => Behind(line.Waiting - 1, "you"),
            { Place: not null } => Prose.Of($" *{You(line)}*{Comes(line)}."),
            { Turn: not null } => Behind(line.Waiting - 1, "them"),
            { Waiting: var all } => Prose.Of($" {People(all)} in line."),
        };

    private static Prose Behind(int others, string whom) =>
        others == 0 ? Prose.None : Prose.Of($" {People(others)} behind {new OwnWords(whom)}.");

    // "You are 2nd in line".
    private static OwnWords You(ResourceLine line) =>
        new(line.Place?.Number is { } number ? $"You are {Ordinal(number)} in line" : "You are in line");

    private static Prose Comes(ResourceLine line) =>
        line.Place?.Expected is { } turn ? Prose.Of($": your turn comes about {At(turn)}") : Prose.None;

    private Prose Left(PlaceLine place) => Prose.Of($": {Length(place.Length)}{Why(place.Reason)}");

    private Prose Wish(ResourceLine line) =>
        line.Place is { } place ? Prose.Of($", for {Length(place.Length)}{Why(place.Reason)}") : Prose.None;

    // "@ada has it until 14:00, then @bob wants it for 1 hour: your turn comes about 15:00."
    private Prose Before(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others)
    {
        // The one that has the turn is the first of those ahead.
        var isTurnOfAnother = line is { Turn: not null, IsOwnTurn: false } && ahead.Count > 0;
        var now = line switch
        {
            { Lease: { } lease } => Prose.Of($"{By(lease.Holder)} has it until {End(lease)}"),
            { IsOwnTurn: true, Turn: { } turn } => Prose.Of($"It is *your turn* until {At(turn.Until)}"),
            { Turn: { } turn } when isTurnOfAnother => Prose.Of(
                $"It is {By(turn.Who)}'s turn until {At(turn.Until)}, and they want it for {Length(ahead[0].Length)}"
            ),
            _ => Prose.Of($"Nobody has it"),
        };
        var then = ahead
            .Skip(isTurnOfAnother ? 1 : 0)
            .Select(one => Prose.Of($"then {By(one.Who)} wants it for {Length(one.Length)}"));
        var more = others == 0 ? Prose.None : Prose.Of($"then {Number(others)} more");
        return Prose.Of($"{Prose.Join(", ", [now, .. then, more])}{(line.IsOwnTurn ? Prose.None : Comes(line))}.");
    }

    private Prose Change(PlaceLine now, PlaceLine before) =>
        Prose.Join(
            " ",
            now.Length == before.Length
                ? Prose.None
                : Prose.Of($"You want it for {Length(now.Length)} now, instead of {Length(before.Length)}."),
            now.Reason == before.Reason ? Prose.None
                : now.Reason is { } reason ? Prose.Of($"The reason is “{reason}” now.")
                : Prose.Of($"There is no reason any more.")
        );

    private static OwnWords People(int count) =>
        new(count == 1 ? "1 person waits" : $"{Number(count).Words} people wait");

    private static string Ordinal(int number)
    {
        var ending = (number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
