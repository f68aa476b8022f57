using System.Text.Json;
using System.Text.RegularExpressions;
using LockThat.Playground;

namespace LockThat.Tests.Entrances;

/// <summary>Everything that a user typed is shown inert, whichever way it reaches a screen.</summary>
public sealed partial class InertTextTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> Nasties =>
    [
        "<!channel>", "&lt;!channel&gt;", "<!here|here>", "*bold* _it_ ~no~ `code`", "> quote", "https://evil.example/x", "<https://evil.example|click>",
        "@everyone", "a@b.example", "```", "\u202Egnp.exe", "&amp;lt;!channel&amp;gt;", "<@U0ADA>", "|>|", "“quoted”", "👩‍🚀 \uFE0F", "a\u2028b", "\"", "{json}", "%3Cx%3E",
    ];

    [Theory]
    [MemberData(nameof(Nasties))]
    public async Task A_reason_is_inert_in_every_message_that_shows_it(string nasty)
    {
        var (grace, ada) = (await stage.As("grace"), await stage.As("ada"));
        await grace.Types($"/lockthat lock inert-site 1 h {nasty}");
        await ada.Types("/lockthat lock inert-site");
        await ada.Types("/lockthat list");
        await ada.Types("/lockthat lock inert-site 1 h mine override");
        await grace.Types("/lockthat unlock inert-site override");
        await stage.Shows(await stage.InMessages("grace"), "took over your lock");
        foreach (var message in Everything())
        {
            foreach (var live in (string[])["<!channel", "<!here", "<!everyone", "<https://evil", "|click>", "<@U0ADA>"])
                message.ShouldNotContain(live);
            message.ShouldNotContain("\u202E");
            CodeSpan().Replace(message, "").ShouldNotContain("*bold*");
        }
    }

    [Fact]
    public async Task What_cannot_be_a_name_is_inert_too()
    {
        var hedy = await stage.As("hedy");
        await hedy.Types("/lockthat create &lt;!channel&gt; *bold* name");
        Everything().ShouldAllBe(message => !message.Contains("<!channel", StringComparison.Ordinal));
    }

    private IEnumerable<string> Everything() => Team.People
        .SelectMany(person => stage.Workspace.ChannelsOf(person.Id).SelectMany(channel => stage.Workspace.Messages(channel.Id, person.Id)))
        .Where(message => message.AuthorId == Team.App.Id)
        .SelectMany(message => (string[])[message.Text, .. message.Blocks is { } blocks ? Strings(blocks) : []]);

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [json.GetString() ?? ""],
        _ => [],
    };

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan();
}
