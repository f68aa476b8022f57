using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>An operator can search for a number, and finds one sentence.</summary>
public sealed class LogTests
{
    // The hundreds tell the room. A number never changes, so the rooms that were one room before share theirs.
    private static readonly Dictionary<string, int[]> Hundreds = new()
    {
        ["LockThat.App"] = [0],
        ["LockThat.App/Storage"] = [1],
        ["LockThat.App/Expiry"] = [2],
        ["LockThat.App/Web"] = [3],
        ["LockThat.App/Slack"] = [4],
        ["LockThat.App/Entrances"] = [4],
        ["LockThat.App/Delivery"] = [4],
        ["LockThat.App/Hosting"] = [4],
        ["LockThat.App/Installs"] = [4, 5],
    };

    private static readonly IReadOnlyList<(string Where, string Room, int Number)> Messages =
    [
        .. Sources
            .Shipped.Where(file => file.Path.StartsWith("LockThat.App/", StringComparison.Ordinal))
            .SelectMany(file =>
                file.Nodes<AttributeSyntax>()
                    .Where(attribute => $"{attribute.Name}" == "LoggerMessage")
                    .Select(attribute => (file.At(attribute), RoomOf(file.Path), NumberOf(attribute)))
            ),
    ];

    [Fact]
    public void No_two_messages_have_the_same_number() =>
        Messages
            .GroupBy(message => message.Number)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(message => message.Where))}")
            .ShouldBeNone("Each message has a number of its own");

    [Fact]
    public void The_hundreds_of_a_number_tell_the_room() =>
        Messages
            .Where(message => !(Hundreds.GetValueOrDefault(message.Room) ?? []).Contains(message.Number / 100))
            .Select(message => $"{message.Where} has {message.Number}")
            .ShouldBeNone("Numbers go by the hundreds of their room");

    private static string RoomOf(string path) =>
        Path.GetDirectoryName(path) is { } folder ? string.Join('/', folder.Split('/', '\\').Take(2)) : "";

    private static int NumberOf(AttributeSyntax message) =>
        message.ArgumentList?.Arguments is [var first, ..]
        && int.TryParse($"{first.Expression}", CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;
}
