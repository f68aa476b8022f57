using System.Text;
using LockThat.App.Storage.LiteDb.History;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>Events for a history file, whose JSON is their number.</summary>
internal static class Happenings
{
    public const string Acme = "T0ACME";
    public const string Globex = "T0GLOBEX";

    private static readonly string[] Kinds = ["locked", "unlocked", "ended"];

    /// <summary>Event <paramref name="number"/>: of resource number % 7 and person number % 3, a second after the one
    /// before.</summary>
    public static HistoryEntry Entry(int number) =>
        new(
            0,
            number * 1000L,
            new(Resource(number % 7), Person(number % 3), Kind(number % Kinds.Length)),
            Encoding.UTF8.GetBytes($"{{\"number\":{number}}}")
        );

    public static uint Resource(int number) => EntryKeys.Of($"resource-{number}");

    public static uint Person(int number) => EntryKeys.Of($"U{number}");

    public static uint Kind(int number) => EntryKeys.Of(Kinds[number]);

    public static IEnumerable<(string Team, HistoryEntry Entry)> Of(string team, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(number => (team, Entry(number)));

    public static int Number(this HistoryEntry entry) =>
        int.Parse(Encoding.UTF8.GetString(entry.Body.Span)[10..^1], System.Globalization.CultureInfo.InvariantCulture);

    public static IEnumerable<int> Numbers(this IEnumerable<HistoryEntry> entries) => entries.Select(Number);

    /// <summary>Fails unless a workspace has exactly the first so many events, in their order and at their
    /// positions.</summary>
    public static void ShouldHaveFirst(this HistoryFile file, string team, int count)
    {
        var all = file.All(team).ToList();
        all.Numbers().ShouldBe(Enumerable.Range(1, count));
        all.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, count).Select(position => (long)position));
    }
}
