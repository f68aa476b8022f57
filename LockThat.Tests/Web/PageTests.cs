using System.Net;
using System.Text.RegularExpressions;

namespace LockThat.Tests.Web;

public sealed partial class PageTests
{
    private const int Light = 30 * 1024;

    [Fact]
    public async Task Where_any_workspace_may_install_it_the_first_page_leads_to_Slack()
    {
        await using var visitor = await Visitor.OfInstallation();
        (await visitor.Reads("/")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("""<a class="button" href="/slack/install">Add to Slack</a>"""),
            page => page.ShouldNotContain("serves one workspace")
        );
    }

    [Fact]
    public async Task Where_it_serves_one_workspace_the_first_page_says_so()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        (await visitor.Reads("/")).ShouldSatisfyAllConditions(
            page => page.ShouldNotContain("Add to Slack"),
            page => page.ShouldContain("This installation serves one workspace.")
        );
    }

    [Fact]
    public async Task The_first_page_shows_every_command_that_help_shows()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var page = await visitor.Reads("/");
        foreach (var entry in CommandCatalog.All)
            page.ShouldContain($"/lockthat {entry.Word}");
    }

    [Fact]
    public async Task The_first_page_says_that_it_is_an_honour_system()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        (await visitor.Reads("/")).ShouldContain("LockThat blocks nothing.");
    }

    [Theory]
    [InlineData("30 days after the app was removed")]
    [InlineData("AES-256-GCM")]
    [InlineData("Slack user id of its holder")]
    [InlineData("The user ids of those whose account has ended")]
    [InlineData("The time zone of those who typed a time")]
    [InlineData("No messages and no files")]
    [InlineData("/lockthat delete NAME")]
    [InlineData("ask the operator of this installation")]
    public async Task The_privacy_page_says_what_is_stored_and_how_to_be_rid_of_it(string fact)
    {
        await using var visitor = await Visitor.OfInstallation();
        (await visitor.Reads("/privacy")).ShouldContain(fact);
    }

    [Fact]
    public async Task One_workspace_s_privacy_page_speaks_of_no_installations()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        (await visitor.Reads("/privacy")).ShouldSatisfyAllConditions(
            page => page.ShouldNotContain("AES-256-GCM"),
            page => page.ShouldContain("Its token is a setting of the server")
        );
    }

    [Theory]
    [InlineData("honour system")]
    [InlineData("without warranty of any kind")]
    [InlineData("The authors of LockThat have no access to it.")]
    public async Task The_terms_promise_nothing_that_is_not_true(string fact)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        (await visitor.Reads("/terms")).ShouldContain(fact);
    }

    [Fact]
    public async Task A_page_and_its_style_are_light()
    {
        await using var visitor = await Visitor.OfInstallation();
        var style = StyleSheet().Match(await visitor.Reads("/")).Groups["url"].Value;
        ((await visitor.Reads("/")).Length + (await visitor.Reads(style)).Length).ShouldBeLessThan(Light);
    }

    [Fact]
    public async Task No_page_runs_a_script_or_brings_a_style_of_its_own()
    {
        await using var visitor = await Visitor.OfInstallation();
        foreach (var path in PagePaths.All)
            (await visitor.Reads(path)).ShouldSatisfyAllConditions(
                page => page.ShouldNotContain("<script"),
                page => page.ShouldNotContain("<style"),
                page => page.ShouldNotContain("style=")
            );
    }

    [Fact]
    public async Task Every_link_on_every_page_leads_somewhere()
    {
        await using var visitor = await Visitor.OfInstallation();
        foreach (var path in PagePaths.All)
        foreach (
            var link in Links()
                .Matches(await visitor.Reads(path))
                .Select(match => match.Groups["url"].Value)
                .Where(url => url != "/slack/install")
                .Distinct()
        )
            (await visitor.Asks(link, accept: "*/*")).StatusCode.ShouldBeOneOf(
                [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable],
                $"{link} on {path}"
            );
    }

    [Fact]
    public async Task Every_picture_says_what_it_shows_and_how_large_it_is()
    {
        await using var visitor = await Visitor.OfInstallation();
        foreach (Match picture in Pictures().Matches(await visitor.Reads("/")))
            picture.Value.ShouldSatisfyAllConditions(
                tag => tag.ShouldContain(" alt"),
                tag => tag.ShouldMatch("width=\"[0-9]+\""),
                tag => tag.ShouldMatch("height=\"[0-9]+\"")
            );
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("(href|src)=\"(?<url>/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("<img[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pictures();
}
