using System.Net;
using System.Text.RegularExpressions;

namespace LockThat.Tests.Web;

/// <summary>How pages and pictures are sent.</summary>
public sealed partial class DeliveryTests
{
    public static TheoryData<string> Pages =>
        [.. PagePaths.All, "/no-such-page", "/assets/no-such.css", "/health/live", "/openapi/v1.json"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_can_be_framed_sniffed_or_scripted(string path)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var answer = await visitor.Asks(path);
        Header(answer, "Content-Security-Policy")
            .ShouldSatisfyAllConditions(
                policy => policy.ShouldStartWith("default-src 'none';"),
                policy => policy.ShouldContain("frame-ancestors 'none'"),
                policy => policy.ShouldNotContain("unsafe"),
                policy => policy.ShouldNotContain("http")
            );
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Permissions-Policy").ShouldContain("camera=()");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://locks.example.com", true)]
    [InlineData("http://localhost:8080", false)]
    public async Task A_browser_is_held_to_https_where_the_app_has_it(string publicUrl, bool held)
    {
        await using var visitor = await Visitor.OfInstallation(publicUrl);
        (await visitor.Asks("/")).Headers.Contains("Strict-Transport-Security").ShouldBe(held);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/assets/site.css")]
    [InlineData("/openapi/v1.json")]
    public async Task Who_asks_for_the_head_gets_the_head(string path)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var (whole, head) = (await visitor.Asks(path), await visitor.Asks(path, HttpMethod.Head));
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe(
            (HttpStatusCode.OK, whole.Content.Headers.ContentLength)
        );
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/site.css")]
    [InlineData("/openapi/v1.json")]
    public async Task What_a_browser_has_already_is_not_sent_again(string path)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var tag = (await visitor.Asks(path)).Headers.ETag.ShouldNotBeNull();
        (await visitor.Asks(path, has: tag.ToString())).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task What_a_page_loads_may_be_kept_for_a_year()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var addresses = Assets().Matches(await visitor.Reads("/")).Select(match => match.Value).Distinct().ToList();
        addresses.Count.ShouldBe(5);
        foreach (var address in addresses)
            Header(await visitor.Asks(address), "Cache-Control").ShouldContain("immutable");
    }

    [Theory]
    [InlineData("/assets/site.css")]
    [InlineData("/assets/site.css?v=0000000000")]
    public async Task An_address_that_does_not_change_is_asked_again(string path)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        Header(await visitor.Asks(path), "Cache-Control").ShouldBe("no-cache");
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("*/*", "text/plain")]
    [InlineData("application/json", "text/plain")]
    public async Task An_unknown_address_is_a_page_to_a_browser_and_a_line_to_a_program(string accept, string type)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var answer = await visitor.Asks("/wp-login.php", accept: accept);
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.NotFound, type));
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
            type == "text/html" ? "Nothing is here" : "nothing at this address"
        );
    }

    [Fact]
    public async Task What_only_Slack_posts_to_is_not_read()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        (await visitor.Asks("/slack/command")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex("/assets/[a-z-]+\\.[a-z]+\\?v=[0-9a-f]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assets();
}
