using LockThat.App.Entrances.Commands;
using LockThat.Tests.Locks.Time;

namespace LockThat.Tests.Entrances.Commands;

/// <summary>Every character that nobody sees, at every place of a command where it stands in no name and in no
/// reason.</summary>
public sealed class UnseenTests
{
    // Where it may stand: ‸.
    private static readonly string[] Commands =
    [
        "‸ ‸lo‸ck‸ ‸ ‸x 2h demo",
        "lock x ‸ ‸2‸h‸ ‸ demo",
        "lock x ‸2‸ ‸h‸ demo",
        "lock x ‸f‸or‸ ‸2‸h‸3‸0‸m‸ demo",
        "lock x 2h demo ‸o‸verr‸ide‸ ‸",
        "lock x ‸-‸5‸ ‸m‸",
        "lock ‸“x”‸ ‸2h‸",
        "lock x ‸“‸2h‸”‸ demo",
        "lock x 2h ‸“big demo”‸",
        "‸ext‸end‸ ‸x ‸b‸y‸ ‸2‸h‸",
        "‸u‸nlock‸ ‸x ‸over‸ride‸",
        "‸list‸",
        "‸ ‸mi‸ne‸ ‸",
        "‸he‸lp‸ ‸lo‸ck‸",
        "‸lock‸ ‸",
        "‸create‸ ‸x",
        "‸delete‸ ‸x",
        "‸",
        "lock ‸2‸h‸",
        "lock x ‸1‸:‸3‸0‸h‸ demo",
    ];

    [Fact]
    public void What_nobody_sees_changes_no_command()
    {
        foreach (var command in Commands)
        {
            var plain = CommandParser.Parse(command.Replace("‸", "", StringComparison.Ordinal));
            var places = command.Split('‸').Length - 1;
            foreach (var place in Enumerable.Range(0, places))
            {
                var (before, after) = (
                    string.Concat(command.Split('‸').Take(place + 1)),
                    string.Concat(command.Split('‸').Skip(place + 1))
                );
                foreach (var unseen in LengthCharacterTests.Unseen)
                    Same(CommandParser.Parse($"{before}{unseen}{after}"), plain)
                        .ShouldBeTrue($"U+{unseen.Value:X4} in {before}‸{after}");
            }
        }
    }

    private static bool Same(ParsedCommand ask, ParsedCommand plain) =>
        (ask, plain) switch
        {
            (ParsedCommand.UnclearDuration one, ParsedCommand.UnclearDuration other) => one.Name == other.Name
                && one.Meant.SkipLast(1).SequenceEqual(other.Meant.SkipLast(1)),
            (ParsedCommand.LengthAsName one, ParsedCommand.LengthAsName other) => one.Lengths.SequenceEqual(
                other.Lengths
            ),
            _ => ask == plain,
        };
}
