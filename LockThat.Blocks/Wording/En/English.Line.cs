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
            { IsOwnTurn: true } => Behind(line.Waiting - 1),
            { Place: not null } => Prose.Of($" *{You(line)}*{Comes(line)}."),
            { Waiting: var all } => Prose.Of($" {People(all)} in line."),
        };

    private static Prose Behind(int others) => others == 0 ? Prose.None : Prose.Of($" {People(others)} behind you.");

    // "You are 2nd in line".
    private static OwnWords You(ResourceLine line) =>
        new(line.Place?.Number is { } number ? $"You are {Ordinal(number)} in line" : "You are in line");

    private static Prose Comes(ResourceLine line) =>
        line.Place?.Expected is { } turn ? Prose.Of($": your turn comes about {At(turn)}") : Prose.None;

    private Prose Wish(ResourceLine line) =>
        line.Place is { } place ? Prose.Of($", for {Length(place.Length)}{Why(place.Reason)}") : Prose.None;

    // "@ada has it until 14:00, then @bob wants it for 1 hour: your turn comes about 15:00."
    private Prose Before(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others)
    {
        var now = line switch
        {
            { Lease: { } lease } => Prose.Of($"{By(lease.Holder)} has it until {End(lease)}"),
            { IsOwnTurn: true, Turn: { } turn } => Prose.Of($"It is *your turn* until {At(turn.Until)}"),
            { Turn: { } turn } => Prose.Of($"It is {By(turn.Who)}'s turn until {At(turn.Until)}"),
            _ => Prose.Of($"Nobody has it"),
        };
        var next = ahead.Select(
            (one, at) => Prose.Of($"{(at == 0 ? Then : None)}{By(one.Who)} wants it for {Length(one.Length)}")
        );
        var more = others == 0 ? Prose.None : Prose.Of($"{People(others, "comes", "come")} before you");
        return Prose.Of($"{Prose.Join(", ", [now, .. next, more])}{(line.IsOwnTurn ? Prose.None : Comes(line))}.");
    }

    private Prose Change(PlaceLine now, PlaceLine before) =>
        Prose.Join(
            " ",
            now.Length == before.Length
                ? Prose.None
                : Prose.Of($"You want it for {Length(now.Length)} now, and no more for {Length(before.Length)}."),
            now.Reason == before.Reason ? Prose.None
                : now.Reason is { } reason ? Prose.Of($"The reason is “{reason}” now.")
                : Prose.Of($"There is no reason any more.")
        );

    private static OwnWords Then => new("then ");

    private static OwnWords None => new("");

    private static OwnWords People(int count, string one = "waits", string many = "wait") =>
        new(count == 1 ? $"1 person {one}" : $"{Number(count).Words} people {many}");

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
