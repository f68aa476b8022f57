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

    /// <summary>The text of a command that has <c>should_escape</c> in the manifest: @handle and #channel become
    /// mentions, and an address becomes a link.
    /// <see href="https://docs.slack.dev/interactivity/implementing-slash-commands#creating_commands"/></summary>
    public static string AsCommand(string text) =>
        Address()
            .Replace(
                Channel()
                    .Replace(
                        Handle()
                            .Replace(
                                Escaped(text),
                                match => MemberOf(match) is { } member ? $"<@{member.Id}|{member.Handle}>" : match.Value
                            ),
                        match =>
                            Team.Channels.FirstOrDefault(channel => channel.Name == match.Groups["name"].Value)
                                is { } channel
                                ? $"<#{channel.Id}|{channel.Name}>"
                                : match.Value
                    ),
                match => $"<{match.Value}>"
            );

    /// <summary>A message's text: @handle becomes a mention.</summary>
    public static string AsMessage(string text) =>
        Handle().Replace(Escaped(text), match => MemberOf(match) is { } member ? $"<@{member.Id}>" : match.Value);

    private static Member? MemberOf(Match handle) =>
        Team.Members.FirstOrDefault(member => member.Handle == handle.Groups["handle"].Value);

    [GeneratedRegex(
        @"(?<=^|\s)#(?<name>[a-z0-9_-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Channel();

    [GeneratedRegex(@"(?<=^|\s)https?://[^\s<>|]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<=^|\s)@(?<handle>[a-z0-9_-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Handle();
}
