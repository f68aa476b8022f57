namespace LockThat.Tests.BadInput;

/// <summary>Texts that somebody may type and that may come alive, break something or hide something. Each is whole UTF-16.</summary>
internal static class Nasties
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<!channel>", "<!here|here>", "<!everyone>", "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "<!subteam^S0ADMINS|@admins>",
        "<@U0BOSE001>", "<@W1>", "<#C0GENERAL|general>", "@everyone", "@channel", "#general", "<|>", "<>", "|>|", "<!date^1^{date_num}|then>", "<!date^9e99^{}|>",
        "https://evil.example/x", "<https://evil.example|click>", "<javascript:alert(1)|click>", "mailto:a@b.example", "a@b.example", "evil.example", "//evil.example", "tel:112",
        "*bold* _it_ ~no~ `code`", "*", "_", "~", "`", "```", "```js\nalert(1)\n```", "**x**", "*_~`*_~`", "> quote", "&gt; quote", ">>> all", "a\n> quote", "• point", "1. point",
        ":tada:", ":no_such_emoji:", ":", "::", ":smile::skin-tone-2:",
        "\u202Egnp.exe", "\u2066a\u2069", "\u200Fa\u200E", "\u061C", "\u202A\u202B\u202C\u202D",
        "\u200B", "a\u200Bb", "\u200D", "\u2060\uFEFF", "\u00AD", "\u034F", "\u3164", "\uFFA0", "\u2800", "\u180E",
        "Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357", "e" + Repeated("\u0301", 120), "\u0301", "각", "ﷺ", "नमस्ते", "ｆｕｌｌ",
        "👩‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏿", "🇺🇦", "🇺", "1️⃣", "\uFE0F", "𝕬", "\U000E0041", "\U0010FFFF", "\uFFFF", "\uFFFD", "\uE000",
        Repeated("x", 400), Repeated("😀", 200), Repeated("é", 60), Repeated("&", 200), Repeated("<", 400), Repeated("`", 75), Repeated("👨‍👩‍👧‍👦", 36),
        "“quoted”", "\"", "'", "\\", "\\\"", "\\u0041", "\\n", "&quot;", "&#60;", "%3Cx%3E", "%00", "+", "%",
        "a\nb", "a\rb", "a\r\nb", "a\u0085b", "a\u2028b", "a\u2029b", "a\vb", "a\fb", "a\tb", "\0", "a\0b", "\u0001\u001B[31m", "\u007F", "\u009F", "\u001F",
        "{json}", "{\"ok\":true}", "\"},{\"", "[]", "null", "true", "{0}", "${x}", "{{x}}", "<b>x</b>", "<script>alert(1)</script>", "<!--", "]]>", "'; drop table locks; --", "../../etc/passwd",
        "override", "OVERRIDE", "for", "2h", "-5m", "1e999", "99999999999999999999h", "0.0000001s", "İi", "ß", "ǅ", "Ω", "\u212B", " ", "\u00A0", "\u3000", "\u2003x\u2003", "",
    ];

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
