using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks.Kit;

public sealed partial class MrkdwnTests
{
    private static readonly string[] Nasties =
    [
        "<!channel>",
        "<@U123>",
        "<#C1|x>",
        "<!date^1^{date}|x>",
        "<https://a.example|b>",
        "https://a.example",
        "www.a.example",
        "mail@a.example",
        "@here",
        "#general",
        "*",
        "_",
        "~",
        "`",
        "```",
        ">",
        "&gt;",
        "&amp;",
        "&",
        "<",
        "|",
        "\n",
        "\r\n",
        " ",
        "a",
        "é",
        "日本",
        "👩‍👩‍👧",
        "e\u0301",
        "\u202E",
        "\uD83D",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Int[0, Nasties.Length - 1].Select(i => Nasties[i]),
            Gen.Char.Select(c => c.ToString())
        )
        .Array[0, 30]
        .Select(string.Concat);

    [Theory]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("*bold*", "\u200B*\u200Bbold\u200B*\u200B")]
    [InlineData("snake_case ~x~ `y`", "snake\u200B_\u200Bcase \u200B~\u200Bx\u200B~\u200B \u200B`\u200By\u200B`\u200B")]
    [InlineData("> quote", "\u200B&gt; quote")]
    [InlineData("a\n > quote > b", "a\n \u200B&gt; quote &gt; b")]
    [InlineData("see https://a.example :tada:", "see https://a.example :tada:")]
    public void Typed_text_is_inert_in_a_block(string typed, string written) => Mrkdwn.Escape(typed).ShouldBe(written);

    [Theory]
    [InlineData("https://a.example/b", "https:\u200B//a.\u200Bexample/b")]
    [InlineData("me@a.example", "me@\u200Ba.\u200Bexample")]
    [InlineData("@here #general", "@\u200Bhere #\u200Bgeneral")]
    [InlineData("Done. At 10:30, 3 @ 4 :tada:", "Done. At 10:30, 3 @ 4 :tada:")]
    [InlineData("*x* <@U1>", "\u200B*\u200Bx\u200B*\u200B &lt;@\u200BU1&gt;")]
    public void Typed_text_is_inert_in_a_notification(string typed, string written) =>
        Mrkdwn.Fallback(typed).ShouldBe(written);

    [Fact]
    public void Whatever_is_typed_nothing_comes_to_life() =>
        Text.Sample(typed =>
        {
            Live().IsMatch(Mrkdwn.Escape(typed)).ShouldBeFalse();
            Live().IsMatch(Mrkdwn.Fallback(typed)).ShouldBeFalse();
            BareLink().IsMatch(Mrkdwn.Fallback(typed)).ShouldBeFalse();
        });

    [Fact]
    public void Whatever_is_typed_is_what_is_read() =>
        Text.Sample(typed =>
        {
            Read(Mrkdwn.Escape(typed)).ShouldBe(typed.Replace("\u200B", "", StringComparison.Ordinal));
            Read(Mrkdwn.Fallback(typed)).ShouldBe(typed.Replace("\u200B", "", StringComparison.Ordinal));
        });

    [Fact]
    public void Cut_text_fits_and_ends_between_characters() =>
        Gen.Select(Text, Gen.Int[1, 40])
            .Sample(
                (typed, max) =>
                {
                    var written = Mrkdwn.Escape(typed, max);
                    written.Length.ShouldBeLessThanOrEqualTo(max);
                    if (written == Mrkdwn.Escape(typed))
                        return;
                    written.ShouldEndWith("…");
                    var kept = Read(written[..^1]);
                    Read(Mrkdwn.Escape(typed)).ShouldStartWith(kept);
                    StringInfo.ParseCombiningCharacters(typed).ShouldContain(KeptOf(typed, kept));
                }
            );

    [Fact]
    public void Text_that_just_fits_is_not_cut()
    {
        Cut.To("👩‍👩‍👧x", 9).ShouldBe("👩‍👩‍👧x");
        Cut.To("👩‍👩‍👧xy", 9).ShouldBe("👩‍👩‍👧…");
        Mrkdwn.Escape("&&&", 15).ShouldBe("&amp;&amp;&amp;");
        Mrkdwn.Escape("&&&", 14).ShouldBe("&amp;&amp;…");
    }

    [Fact]
    public void A_person_is_mentioned_by_id()
    {
        Mrkdwn.Mention("U0ALICE01").ShouldBe("<@U0ALICE01>");
        Mrkdwn.Mention("U1> <!channel").ShouldBe("U1&gt; &lt;!channel");
        Mrkdwn.Mention("").ShouldBe("");
    }

    [Fact]
    public void A_moment_is_shown_in_the_readers_zone_and_in_UTC_where_Slack_cannot()
    {
        var moment = new DateTimeOffset(2026, 11, 22, 22, 30, 15, 999, TimeSpan.FromHours(2));
        Mrkdwn
            .Date(moment, "{date_short_pretty} at {time}")
            .ShouldBe("<!date^1795379415^{date_short_pretty} at {time}|2026-11-22 20:30 UTC>");
        Mrkdwn
            .Date(moment, "{date_short_pretty} at {time_secs}", seconds: true)
            .ShouldBe("<!date^1795379415^{date_short_pretty} at {time_secs}|2026-11-22 20:30:15 UTC>");
    }

    [Theory]
    [InlineData("test-site", "`test-site`")]
    [InlineData("<!here>&`x`", "`&lt;!here&gt;&amp;'x'`")]
    [InlineData("a\r\nb", "`a b`")]
    public void A_name_is_a_code_span(string name, string written) => Mrkdwn.Code(name).ShouldBe(written);

    [Fact]
    public void A_link_cannot_be_broken_out_of() =>
        Mrkdwn
            .Link(new Uri("https://a.example/?q=<x>|y&z"), "a|b>c")
            .ShouldBe("<https://a.example/?q=%3Cx%3E%7Cy&amp;z|a¦b&gt;c>");

    private static string Read(string written) =>
        written
            .Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    private static int KeptOf(string typed, string kept)
    {
        var at = 0;
        for (var left = kept.Length; left > 0; at++)
            left -= typed[at] == '\u200B' ? 0 : 1;
        return at;
    }

    // A tag, an ampersand that is no entity, a mark without its break, or a quote at the start of a line.
    [GeneratedRegex(
        @"[<>]|&(?!(amp|lt|gt);)|(?<!\u200B)[*_~`]|(^|\n)\s*&gt;",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Live();

    [GeneratedRegex(@"\w+://|\w@\w|\w\.\p{L}|@\w|#\w", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BareLink();
}
