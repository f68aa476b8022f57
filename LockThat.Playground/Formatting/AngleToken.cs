using System.Globalization;

namespace LockThat.Playground.Formatting;

/// <summary>A token between &lt; and &gt; in mrkdwn: a link, a mention, a date.</summary>
public static class AngleToken
{
    /// <summary>Null when it is none, and then Slack shows the text as it stands.</summary>
    public static Inline? Read(string inner)
    {
        if (inner.Length == 0 || inner.Contains('\n', StringComparison.Ordinal))
            return null;
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var target = bar < 0 ? inner : inner[..bar];
        var label = bar < 0 ? null : Entities.Decode(inner[(bar + 1)..]);
        return target.Length < 2
            ? null
            : target[0] switch
            {
                '@' => new Inline.User(target[1..]),
                '#' => new Inline.Channel(target[1..], label ?? ""),
                '!' => Special(target[1..], label),
                _ => Link(target, label),
            };
    }

    private static Inline? Special(string command, string? label)
    {
        var parts = command.Split('^');
        return parts switch
        {
            ["here" or "channel" or "everyone"] => new Inline.Broadcast('@' + command),
            ["subteam", _] => new Inline.Broadcast(label ?? "@group"),
            ["date", var seconds, var format, .. var rest] => Date(seconds, format, rest.FirstOrDefault(), label ?? ""),
            _ => label is null ? null : new Inline.Plain(label),
        };
    }

    private static Inline Date(string seconds, string format, string? url, string fallback) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
        && unix is > -62135596800 and < 253402300800
            ? new Inline.Date(
                new DateToken(DateTimeOffset.FromUnixTimeSeconds(unix), Entities.Decode(format), url, fallback)
            )
            : new Inline.Plain(fallback);

    private static Inline.Link? Link(string target, string? label)
    {
        var url = Entities.Decode(target);
        if (!Links.IsSafe(url))
            return null;
        var shown =
            label ?? (url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? url["mailto:".Length..] : url);
        return new Inline.Link(url, [new Inline.Plain(shown)]);
    }
}
