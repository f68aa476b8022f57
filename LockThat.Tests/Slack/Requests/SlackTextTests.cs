using CsCheck;
using LockThat.App.Slack.Requests;
using Some = LockThat.Tests.Locks.Some;

namespace LockThat.Tests.Slack.Requests;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("lock x 2h", "lock x 2h")]
    [InlineData("<@U1|pat>", "pat")]
    [InlineData("<@U1>", "U1")]
    [InlineData("<#C1|general>", "general")]
    [InlineData("<#C1|>", "C1")]
    [InlineData("<#C1| >", "C1")]
    [InlineData("<!subteam^S1|@grp>", "@grp")]
    [InlineData("<!subteam^S1>", "S1")]
    [InlineData("<!here>", "here")]
    [InlineData("<!here|@here>", "@here")]
    [InlineData("<https://x.y|x.y>", "x.y")]
    [InlineData("<https://x.y|a b>", "a b")]
    [InlineData("<https://x.y>", "https://x.y")]
    [InlineData("<https://x.y/?a&amp;b|>", "https://x.y/?a&b")]
    [InlineData("<mailto:a@b.c|a@b.c>", "a@b.c")]
    [InlineData("<mailto:a@b.c>", "a@b.c")]
    [InlineData("<MAILTO:a@b.c>", "a@b.c")]
    [InlineData("<tel:123|>", "tel:123")]
    [InlineData("a<@U1|pat>b<#C1|general>c", "apatbgeneralc")]
    public void A_link_or_mention_reads_as_it_is_seen(string escaped, string plain) =>
        SlackText.Plain(escaped).ShouldBe(plain);

    [Theory]
    [InlineData("give x <@U1|pat>", "U1 pat")]
    [InlineData("<@W9> and <@U1|pat>", "W9 W9, U1 pat")]
    [InlineData("<#C1|general> <!here> <@x> <@U1", "")]
    [InlineData("&lt;@U1|pat&gt; @pat", "")]
    [InlineData("<<@U1|a&amp;b>", "U1 a&b")]
    public void Mentions_of_people_are_found_in_order(string escaped, string found) =>
        string.Join(", ", SlackText.Mentions(escaped).Select(mention => $"{mention.Id} {mention.Label}"))
            .ShouldBe(found);

    [Theory]
    [InlineData("&amp;&lt;&gt;", "&<>")]
    [InlineData("R&amp;D", "R&D")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&amp;amp;lt;", "&amp;lt;")]
    [InlineData("&lt;@U1|pat&gt;", "<@U1|pat>")]
    [InlineData("<@U1|a&lt;b&amp;gt;>", "a<b&gt;")]
    [InlineData("&quot;&AMP;&lt&", "&quot;&AMP;&lt&")]
    public void An_escape_is_undone_once(string escaped, string plain) => SlackText.Plain(escaped).ShouldBe(plain);

    [Theory]
    [InlineData("<")]
    [InlineData("a <")]
    [InlineData("<@U1|pat")]
    [InlineData("<>")]
    [InlineData("<@>")]
    [InlineData("<!>")]
    [InlineData("<|x>")]
    [InlineData("<#|x>")]
    [InlineData("<b>")]
    [InlineData("3 < 4 and 5 > 2")]
    [InlineData("<todo: this>")]
    [InlineData("<todo:\tthis>")]
    [InlineData("<todo:\r\nthis>")]
    [InlineData("<:x>")]
    [InlineData("<x:>")]
    [InlineData("<1:x>")]
    [InlineData("<mailto:>")]
    [InlineData("> <")]
    public void What_only_looks_like_one_stays_as_typed(string text) => SlackText.Plain(text).ShouldBe(text);

    [Fact]
    public void A_bracket_left_open_does_not_hide_the_next_link() =>
        SlackText.Plain("<<@U1|pat> <a:<@U2>").ShouldBe("<pat <a:U2");

    [Fact]
    public void Plain_text_comes_back_from_its_escaped_form() =>
        Some.Text.Sample(text => SlackText.Plain(Escaped(text)) == text, iter: 5_000);

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
