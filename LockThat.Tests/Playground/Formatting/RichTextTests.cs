using System.Text.Json;
using LockThat.Playground.Formatting;

namespace LockThat.Tests.Playground.Formatting;

public sealed class RichTextTests
{
    [Fact]
    public void Text_carries_its_style_and_no_marks() =>
        Read("""{"type":"text","text":"*a*\nb","style":{"bold":true,"code":true}}""")
            .ShouldBe("<bold><code>*a*⏎b</></>");

    [Fact]
    public void People_channels_links_emoji_and_dates_are_drawn() =>
        Read(
                """
                {"type":"user","user_id":"U1"},{"type":"channel","channel_id":"C1"},{"type":"link","url":"https://x.y","text":"z"},
                {"type":"emoji","name":"key"},{"type":"date","timestamp":60,"format":"{time}","fallback":"then"},{"type":"broadcast","range":"here"}
                """
            )
            .ShouldBe("<user U1><channel C1 ><a https://x.y>z</>🔑<date 60 {time} |then><broadcast @here>");

    [Fact]
    public void A_link_that_could_run_something_is_text() =>
        Read("""{"type":"link","url":"javascript:x","text":"z"}""").ShouldBe("z");

    [Fact]
    public void Lists_quotes_and_code_stand_apart() =>
        Shown
            .Of(
                RichText.Read(
                    Json(
                        """
                        {"type":"rich_text","elements":[
                          {"type":"rich_text_list","style":"ordered","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a"}]}]},
                          {"type":"rich_text_quote","elements":[{"type":"text","text":"b"}]},
                          {"type":"rich_text_preformatted","elements":[{"type":"text","text":"c"}]}]}
                        """
                    )
                )
            )
            .ShouldBe("<ol><li>a</li>¶<quote>b</quote>¶<pre>c</pre>");

    private static string Read(string elements) =>
        Shown.Of(
            RichText.Read(
                Json($$"""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{{elements}}]}]}""")
            )
        );

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
