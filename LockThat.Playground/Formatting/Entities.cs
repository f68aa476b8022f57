namespace LockThat.Playground.Formatting;

/// <summary>The three characters that Slack escapes, and no others.</summary>
public static class Entities
{
    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal)
            ? text.Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
            : text;
}
