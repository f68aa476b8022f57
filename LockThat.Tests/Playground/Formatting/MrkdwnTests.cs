namespace LockThat.Tests.Playground.Formatting;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("*bold* _italic_ ~gone~ `code`", "<bold>bold</> <italic>italic</> <strike>gone</> <code>code</>")]
    [InlineData("*a _b_ ~c~*", "<bold>a <italic>b</> <strike>c</></>")]
    [InlineData("(*bold*), “_so_”", "(<bold>bold</>), “<italic>so</>”")]
    [InlineData("_*both*_", "<italic><bold>both</></>")]
    [InlineData("one\ntwo", "one⏎two")]
    public void Marks_format_whole_words(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Theory]
    [InlineData("2*3*4")]
    [InlineData("snake_case_name")]
    [InlineData("**x**")]
    [InlineData("* x*")]
    [InlineData("*x *")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("日本*太字*です")]
    [InlineData("*\u200Bx*\u200B")]
    [InlineData("`\u200Bx`\u200B")]
    public void Marks_inside_words_stay_what_was_typed(string text) => Shown.Of(text).ShouldBe(text);

    [Fact]
    public void Marks_do_not_reach_over_lines() => Shown.Of("*a\nb*").ShouldBe("*a⏎b*");

    [Theory]
    [InlineData("`*a* :lock: https://x.y`", "<code>*a* :lock: https://x.y</>")]
    [InlineData("```\n*a*\n  b\n```", "<pre>*a*⏎  b</pre>")]
    [InlineData("before ```x``` after", "before¶<pre>x</pre>¶after")]
    [InlineData("*a `b*` c*", "<bold>a <code>b*</> c</>")]
    public void Code_is_shown_as_it_is(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Theory]
    [InlineData("> a\n> b\nc", "<quote>a⏎b</quote>¶c")]
    [InlineData("&gt; a", "<quote>a</quote>")]
    [InlineData("a\n>>> b\nc", "a¶<quote>b⏎c</quote>")]
    [InlineData("1 > 0", "1 > 0")]
    public void Lines_are_quoted(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Theory]
    [InlineData("<https://x.y/a|the *site*>", "<a https://x.y/a>the *site*</>")]
    [InlineData("<https://x.y/?a=1&amp;b=2>", "<a https://x.y/?a=1&b=2>https://x.y/?a=1&b=2</>")]
    [InlineData("<mailto:a@b.c|a@b.c>", "<a mailto:a@b.c>a@b.c</>")]
    [InlineData("see https://x.y/z.", "see <a https://x.y/z>https://x.y/z</>.")]
    [InlineData("write to a@b.cd!", "write to <a mailto:a@b.cd>a@b.cd</>!")]
    [InlineData("&lt;https://x.y&gt;", "<<a https://x.y>https://x.y</>>")]
    public void Addresses_become_links(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Fact]
    public void A_verbatim_text_has_no_bare_links() =>
        Shown.Of("https://x.y *b*", verbatim: true).ShouldBe("https://x.y <bold>b</>");

    [Theory]
    [InlineData("<javascript:alert(1)|x>")]
    [InlineData("<not a link>")]
    [InlineData("<>")]
    [InlineData("a < b")]
    public void What_is_no_token_stays_text(string text) => Shown.Of(text).ShouldBe(text);

    [Theory]
    [InlineData("<@U0GRACE01>", "<user U0GRACE01>")]
    [InlineData("*<@U0GRACE01>* has it", "<bold><user U0GRACE01></> has it")]
    [InlineData("<#C0GENERAL|general>", "<channel C0GENERAL general>")]
    [InlineData("<!here> <!channel>", "<broadcast @here> <broadcast @channel>")]
    [InlineData("&lt;!channel&gt; &amp;amp;", "<!channel> &amp;")]
    public void Mentions_are_live_unless_escaped(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Theory]
    [InlineData("<!date^1392734382^{date} at {time}|then>", "<date 1392734382 {date} at {time} |then>")]
    [InlineData("<!date^1392734382^{date}^https://x.y|then>", "<date 1392734382 {date} https://x.y|then>")]
    [InlineData("<!date^soon^{date}|then>", "then")]
    public void Dates_are_tokens_with_a_fallback(string text, string shown) => Shown.Of(text).ShouldBe(shown);

    [Theory]
    [InlineData(":lock: held", "🔒 held")]
    [InlineData("10:30:00", "10:30:00")]
    [InlineData(":no_such_emoji:", ":no_such_emoji:")]
    [InlineData(":lock::key:", "🔒🔑")]
    public void Shortcodes_become_emoji(string text, string shown) => Shown.Of(text).ShouldBe(shown);
}
