using System.Net;
using LockThat.App.Entrances;
using LockThat.App.Slack.Http;

namespace LockThat.Tests.Slack.Http;

public sealed class SlackEndpointsRefusalTests : IAsyncLifetime
{
    private int _asked;
    private RunningApp? _running;

    public static TheoryData<string, string, string> Routes =>
        new()
        {
            { SlackEndpoints.Command, Payloads.Form, Payloads.Command("lock test-site") },
            { SlackEndpoints.Action, Payloads.Form, Payloads.Payload(Payloads.BlockAction) },
            { SlackEndpoints.Options, Payloads.Form, Payloads.Payload(Payloads.Suggestion) },
            { SlackEndpoints.Event, Payloads.Json, Payloads.HomeOpened },
        };

    private RunningApp App => _running ?? throw new InvalidOperationException("not started");

    public async ValueTask InitializeAsync() =>
        _running = await RunningApp.Start(
            (_, _) =>
            {
                Interlocked.Increment(ref _asked);
                return Task.FromResult(SlackResponse.Nothing);
            }
        );

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_genuine_request_is_answered(string path, string type, string body)
    {
        (await App.Post(path, body, type)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _asked.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_is_not_signed_by_Slack_just_now_changes_nothing(string path, string type, string body)
    {
        HttpResponseMessage[] refusals =
        [
            await App.Post(path, body, type, secondsOff: -301),
            await App.Post(path, body, type, secondsOff: 301),
            await App.Post(path, body + " ", type, signedBody: body),
            await App.Post(path, "ssl_check=1", type, signedBody: ""),
            await App.Http.PostAsync(
                new Uri(path, UriKind.Relative),
                new StringContent(body),
                TestContext.Current.CancellationToken
            ),
        ];
        refusals.ShouldAllBe(refusal => refusal.StatusCode == HttpStatusCode.Unauthorized);
        foreach (var refusal in refusals)
            (await refusal.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        _asked.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_repeated_signature_header_is_refused(string path, string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.Add(SlackSignature.SignatureHeader, "v0=00");
        (await App.Send(path, content, type, body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_malformed_body_is_a_bad_request_and_another_type_is_unsupported(
        string path,
        string type,
        string body
    )
    {
        (await App.Post(path, "%", type)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await App.Post(path, "", type)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await App.Post(path, body, "text/plain")).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        _asked.ShouldBe(0);
    }

    [Theory]
    [InlineData(RawBody.MaxBytes, HttpStatusCode.BadRequest)]
    [InlineData(RawBody.MaxBytes + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(3 * RawBody.MaxBytes, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large(int bytes, HttpStatusCode status)
    {
        var body = new string('%', bytes);
        (await App.Post(SlackEndpoints.Command, body)).StatusCode.ShouldBe(status);
        using var chunked = new StreamContent(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(body)));
        App.Http.DefaultRequestHeaders.TransferEncodingChunked = true;
        (await App.Send(SlackEndpoints.Command, chunked, Payloads.Form, body)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_request_without_a_type_is_unsupported() =>
        (
            await App.Send(SlackEndpoints.Event, new ByteArrayContent([]), contentType: null, signedBody: "")
        ).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Only_posting_is_served_and_nobody_is_told_by_what(string path, string type, string body)
    {
        var response = await App.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Headers.Server.ShouldBeEmpty();
        (await App.Post(path + "s", body, type)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_certificate_check_with_a_command_inside_is_answered_and_not_obeyed()
    {
        var response = await App.Post(
            SlackEndpoints.Command,
            "ssl_check=1&"
                + Payloads.Command("unlock test-site override").Replace("token=x&", "", StringComparison.Ordinal)
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
