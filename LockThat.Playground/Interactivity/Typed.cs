using System.Text.RegularExpressions;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Interactivity;

/// <summary>Typed characters as Slack sends them on.</summary>
internal static partial class Typed
{
    /// <summary>Slack escapes these three and nothing else.
    /// <see href="https://docs.slack.dev/messaging/formatting-message-text#escaping"/></summary>
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A message's text: @handle becomes a mention.</summary>
    public static string AsMessage(string text) =>
        Handle()
            .Replace(
                Escaped(text),
                match =>
                    Team.Members.FirstOrDefault(member => member.Handle == match.Groups["handle"].Value) is { } member
                        ? $"<@{member.Id}>"
                        : match.Value
            );

    [GeneratedRegex(
        @"(?<=^|\s)@(?<handle>[a-z0-9_-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Handle();
}
