using System.Text.Json;
using LockThat.App.Web.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace LockThat.Tests.Web;

public sealed class OpenApiTests
{
    [Fact]
    public async Task It_is_valid()
    {
        await using var visitor = await Visitor.OfInstallation();
        var read = OpenApiDocument.Parse(await visitor.Reads("/openapi/v1.json"), "json");
        read.Diagnostic.ShouldNotBeNull().Errors.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document.ShouldNotBeNull().Validate(ValidationRuleSet.GetDefaultRuleSet()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_route_and_verb_is_described(bool takesInstalls)
    {
        await using var visitor = await (takesInstalls ? Visitor.OfInstallation() : Visitor.OfOneWorkspace());
        var paths = (await Document(visitor)).GetProperty("paths");
        var routes = visitor
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => Verbs(route).Select(verb => (Path: route.RoutePattern.RawText ?? "", Verb: verb)))
            .ToList();
        routes.Count.ShouldBeGreaterThan(15);
        routes
            .Where(route => !IsDescribed(paths, route.Path, route.Verb))
            .Select(route => $"{route.Verb} {route.Path}")
            .ShouldBeEmpty("RouteTable says nothing of these");
        paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count()).ShouldBe(routes.Count);
    }

    [Fact]
    public async Task Nothing_is_described_that_is_not_there()
    {
        await using var visitor = await Visitor.OfInstallation();
        var paths = (await Document(visitor)).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        RouteTable.Routes.Keys.ShouldBe(paths, ignoreOrder: true);
    }

    [Theory]
    [InlineData("/slack/command", "application/x-www-form-urlencoded")]
    [InlineData("/slack/action", "application/x-www-form-urlencoded")]
    [InlineData("/slack/options", "application/x-www-form-urlencoded")]
    [InlineData("/slack/event", "application/json")]
    public async Task What_Slack_posts_is_signed_and_refused_in_these_ways(string path, string contentType)
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var post = (await Document(visitor)).GetProperty("paths").GetProperty(path).GetProperty("post");
        post.GetProperty("responses")
            .EnumerateObject()
            .Select(response => response.Name)
            .ShouldBe(["200", "400", "401", "413", "415"]);
        post.GetProperty("requestBody").GetProperty("content").EnumerateObject().Single().Name.ShouldBe(contentType);
        post.GetProperty("security")[0]
            .EnumerateObject()
            .Select(scheme => scheme.Name)
            .ShouldBe(["slackSignature", "slackTimestamp"]);
    }

    [Fact]
    public async Task The_headers_of_the_signature_are_those_that_are_checked()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var schemes = (await Document(visitor))
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .EnumerateObject();
        schemes
            .Select(scheme => scheme.Value.GetProperty("name").GetString())
            .ShouldBe(["X-Slack-Signature", "X-Slack-Request-Timestamp"]);
    }

    [Fact]
    public async Task Health_may_answer_that_it_is_not_well()
    {
        await using var visitor = await Visitor.OfOneWorkspace();
        var responses = (await Document(visitor))
            .GetProperty("paths")
            .GetProperty("/health/ready")
            .GetProperty("get")
            .GetProperty("responses");
        responses
            .GetProperty("503")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["status", "version", "storage", "scheduler"]);
    }

    [Theory]
    [InlineData(true, "https://locks.example.com")]
    [InlineData(false, "/")]
    public async Task The_server_is_the_address_that_the_operator_gave(bool takesInstalls, string url)
    {
        await using var visitor = await (takesInstalls ? Visitor.OfInstallation() : Visitor.OfOneWorkspace());
        (await Document(visitor)).GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe(url);
    }

    [Fact]
    public async Task The_page_shows_every_route_of_the_document()
    {
        await using var visitor = await Visitor.OfInstallation();
        var page = await visitor.Reads("/openapi");
        foreach (var path in (await Document(visitor)).GetProperty("paths").EnumerateObject())
            page.ShouldContain($"</span> {path.Name}</h3>");
    }

    private static async Task<JsonElement> Document(Visitor visitor) =>
        JsonDocument.Parse(await visitor.Reads("/openapi/v1.json")).RootElement;

    private static IReadOnlyList<string> Verbs(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"];

    private static bool IsDescribed(JsonElement paths, string path, string verb) =>
        paths.TryGetProperty(path, out var item)
        && item.TryGetProperty(verb.ToLowerInvariant(), out var operation)
        && operation.TryGetProperty("summary", out var summary)
        && summary.GetString() is { Length: > 0 };
}
