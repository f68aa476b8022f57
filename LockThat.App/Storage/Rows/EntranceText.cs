using System.Diagnostics;
using LockThat.App.Locks;

namespace LockThat.App.Storage.Rows;

/// <summary>An entrance as one text, the same in both stores.</summary>
internal static class EntranceText
{
    private const string Slack = "slack";
    private const string Clock = "clock";
    private const string Token = "token ";

    public static string Of(Entrance entrance) =>
        entrance switch
        {
            Entrance.Slack => Slack,
            Entrance.Token(var id) => Token + id,
            Entrance.Clock => Clock,
            _ => throw new UnreachableException(),
        };

    public static Entrance Read(string text) =>
        text switch
        {
            Slack => Entrance.Slack.Instance,
            Clock => Entrance.Clock.Instance,
            _ when text.StartsWith(Token, StringComparison.Ordinal) => new Entrance.Token(new(text[Token.Length..])),
            _ => throw new FormatException($"No such entrance: {text}"),
        };
}
