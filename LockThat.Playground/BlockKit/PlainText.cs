using System.Text.RegularExpressions;

namespace LockThat.Playground.BlockKit;

/// <summary>mrkdwn as a reader in one time zone reads it, without its marks.</summary>
public sealed partial class PlainText(TimeZoneInfo zone, DateTimeOffset now)
{
    public string Of(string mrkdwn) => Unescaped(Marks().Replace(Tokens().Replace(mrkdwn, match => Token(match.Groups["token"].Value)), "${inner}"));

    string Token(string token)
    {
        var (head, label) = token.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? (token[..bar], token[(bar + 1)..]) : (token, null);
        if (head.StartsWith("!date^", StringComparison.Ordinal))
            return head.Split('^') is [_, var unix, var format, ..] ? DateToken.Format(unix, format, zone, now) ?? label ?? "" : label ?? "";
        return head switch
        {
            ['@', .. var id] => "@" + (Team.Member(id)?.RealName ?? label ?? id),
            ['#', .. var id] => "#" + (Team.Channel(id)?.Name ?? label ?? id),
            ['!', .. var special] => "@" + special.Split('^')[0],
            _ => label ?? head,
        };
    }

    static string Unescaped(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal)
        .Replace("\u200B", "", StringComparison.Ordinal);

    [GeneratedRegex("<(?<token>[^<>]+)>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"(?<![\w*_~`])(?<mark>[*_~`])(?=\S)(?<inner>.+?)(?<=\S)\k<mark>(?![\w*_~`])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}
