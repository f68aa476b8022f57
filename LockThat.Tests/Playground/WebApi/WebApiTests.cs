using System.Net;
using System.Text;
using System.Text.Json;

namespace LockThat.Tests.Playground.WebApi;

public sealed class WebApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string?> ErrorOf(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("error").GetString();
    }

    [Fact]
    public async Task The_token_tells_who_the_app_is()
    {
        await using var slack = await RunningWorkspace.Open();
        using var response = await slack.Raw("auth.test", null, "xoxb-playground");
        response.Content.Headers.ContentType?.ToString().ShouldBe("application/json; charset=utf-8");
        response.Headers.Contains("x-slack-req-id").ShouldBeTrue();
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        (
            body.GetProperty("ok").GetBoolean(),
            body.GetProperty("bot_id").GetString(),
            body.GetProperty("url").GetString()
        ).ShouldBe((true, "B0LOCKTHAT", slack.Host.Address.ToString()));
    }

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-else", "invalid_auth")]
    public async Task Without_the_right_token_nothing_is_answered(string? token, string error)
    {
        await using var slack = await RunningWorkspace.Open();
        using var response = await slack.Raw("auth.test", null, token);
        (await ErrorOf(response)).ShouldBe(error);
    }

    [Fact]
    public async Task The_token_may_be_a_form_field()
    {
        await using var slack = await RunningWorkspace.Open();
        using var content = new FormUrlEncodedContent([new("token", "xoxb-playground")]);
        using var response = await slack.Raw("auth.test", content, null);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldStartWith("""{"ok":true""");
    }

    [Fact]
    public async Task An_unknown_method_says_so()
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.Calls("chat.shout")).GetProperty("error").GetString().ShouldBe("unknown_method");
    }

    [Theory]
    [InlineData("application/json", "{", "invalid_json")]
    [InlineData("application/json", "[]", "json_not_object")]
    [InlineData("application/json", "{\"text\":\"\\ud800\"}", "invalid_json")]
    [InlineData("text/plain", "text=x", "invalid_post_type")]
    public async Task A_body_that_cannot_be_read_is_named(string contentType, string body, string error)
    {
        await using var slack = await RunningWorkspace.Open();
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await slack.Raw("chat.postMessage", content, "xoxb-playground");
        (await ErrorOf(response)).ShouldBe(error);
    }

    [Fact]
    public async Task A_method_for_forms_does_not_look_into_JSON()
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.Calls("users.info", """{"user":"U0ADA0001"}"""))
            .GetProperty("error")
            .GetString()
            .ShouldBe("invalid_arguments");
        var user = (await slack.CallsWithForm("users.info", ("user", "U0ADA0001"))).GetProperty("user");
        (
            user.GetProperty("name").GetString(),
            user.GetProperty("tz").GetString(),
            user.GetProperty("is_bot").GetBoolean()
        ).ShouldBe(("ada", "Europe/London", false));
    }

    [Fact]
    public async Task People_and_channels_are_listed_page_by_page()
    {
        await using var slack = await RunningWorkspace.Open();
        var first = await slack.CallsWithForm("users.list", ("limit", "4"));
        var cursor = first.GetProperty("response_metadata").GetProperty("next_cursor").GetString() ?? "";
        var second = await slack.CallsWithForm("users.list", ("limit", "4"), ("cursor", cursor));
        first
            .GetProperty("members")
            .EnumerateArray()
            .Concat(second.GetProperty("members").EnumerateArray())
            .Select(member => member.GetProperty("name").GetString())
            .ShouldBe(["grace", "ada", "hedy", "bose", "lockthat", "slackbot"]);
        second.GetProperty("response_metadata").GetProperty("next_cursor").GetString().ShouldBe("");
        (await slack.CallsWithForm("conversations.list"))
            .GetProperty("channels")
            .EnumerateArray()
            .Select(channel => channel.GetProperty("name").GetString())
            .ShouldBe(["general", "releases"]);
    }

    [Theory]
    [InlineData("users.info", "user", "U0NOBODY", "user_not_found")]
    [InlineData("users.list", "cursor", "nonsense", "invalid_cursor")]
    [InlineData("conversations.info", "channel", "C0NOWHERE", "channel_not_found")]
    [InlineData("conversations.list", "types", "club", "invalid_types")]
    [InlineData("conversations.open", "users", "U0NOBODY", "user_not_found")]
    [InlineData("conversations.open", "users", "", "users_list_not_supplied")]
    [InlineData("bots.info", "bot", "B0NOBODY", "bot_not_found")]
    public async Task Who_or_what_does_not_exist_is_refused(string method, string name, string value, string error)
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.CallsWithForm(method, (name, value))).GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task A_conversation_with_a_person_is_open_already()
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.Calls("conversations.open", """{"users":"U0ADA0001"}"""))
            .GetProperty("channel")
            .GetProperty("id")
            .GetString()
            .ShouldBe("D0ADA0001");
        (await slack.CallsWithForm("conversations.info", ("channel", "D0ADA0001")))
            .GetProperty("channel")
            .GetProperty("user")
            .GetString()
            .ShouldBe("U0ADA0001");
        (await slack.CallsWithForm("conversations.members", ("channel", "C0RELEASES")))
            .GetProperty("members")
            .GetArrayLength()
            .ShouldBe(4);
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.BadRequest)]
    [InlineData("localhost", "https://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", "http://localhost:5080", HttpStatusCode.OK)]
    public async Task Pages_from_elsewhere_cannot_reach_this_one(string host, string? origin, HttpStatusCode expected)
    {
        await using var slack = await RunningWorkspace.Open();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(slack.Host.Address, "/api/auth.test"))
        {
            Headers = { Host = host },
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await http.SendAsync(request, Ct);
        response.StatusCode.ShouldBe(expected);
    }
}
