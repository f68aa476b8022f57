using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace LockThat.Tests.Slack.Troubles;

/// <summary>Slack's end of the line for many workspaces: it takes every call, but those of a workspace and method that
/// are in trouble.</summary>
internal sealed class TroubledSlack : HttpMessageHandler
{
    public const string ResponseUrl = "response_url";

    private readonly ConcurrentDictionary<(string Mark, string Method), Trouble> _troubles = [];
    private readonly ConcurrentQueue<(string Method, string Sent)> _taken = [];
    private readonly ConcurrentQueue<string> _met = [];
    private TimeProvider? _time;

    /// <summary>The clock of the app, by which slow answers are slow.</summary>
    public void Follows(TimeProvider clock) => _time = clock;

    /// <summary>From now on the calls of a method that are about this workspace meet the trouble.</summary>
    public void Troubles(PlaceInTrouble place, string method, Trouble trouble) =>
        _troubles[(place.Mark, method)] = trouble;

    public void Recovers(PlaceInTrouble place) =>
        _troubles.Keys.Where(key => key.Mark == place.Mark).ToList().ForEach(key => _troubles.TryRemove(key, out _));

    /// <summary>The accepted calls of a method about a workspace.</summary>
    public IReadOnlyList<string> Taken(PlaceInTrouble place, string method) =>
        [
            .. _taken
                .Where(call => call.Method == method && call.Sent.Contains(place.Mark, StringComparison.Ordinal))
                .Select(call => call.Sent),
        ];

    /// <summary>How many calls of a workspace met its trouble.</summary>
    public int Met(PlaceInTrouble place) => _met.Count(mark => mark == place.Mark);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var url = request.RequestUri ?? throw new InvalidOperationException("A call has an address");
        var method = url.Host == "hooks.slack.com" ? ResponseUrl : url.Segments[^1];
        var sent =
            $"{url} {(request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "")}";
        var trouble = _troubles.FirstOrDefault(one =>
            one.Key.Method == method && sent.Contains(one.Key.Mark, StringComparison.Ordinal)
        );
        if (trouble.Value is not null)
        {
            _met.Enqueue(trouble.Key.Mark);
            return await trouble.Value.Answer(
                _time ?? throw new InvalidOperationException("No clock"),
                cancellationToken
            );
        }

        _taken.Enqueue((method, sent));
        return new HttpResponseMessage
        {
            Content = new StringContent("""{"ok":true,"user":{"deleted":false}}""", Encoding.UTF8, "application/json"),
        };
    }
}

/// <summary>The fault of a call.</summary>
/// <param name="Name">For the name of the test.</param>
internal sealed record Trouble(string Name, Func<TimeProvider, CancellationToken, Task<HttpResponseMessage>> Answer)
{
    // The app gives up after ten.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(12);

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new(
            "slow",
            async (time, cancelled) =>
            {
                await Task.Delay(Long, time, cancelled);
                return Says("""{"ok":true}""");
            }
        ),
        new(
            "429",
            (_, _) =>
                Task.FromResult(
                    Says(
                        """{"ok":false,"error":"ratelimited"}""",
                        HttpStatusCode.TooManyRequests,
                        ("Retry-After", "30")
                    )
                )
        ),
        new("429 without a word", (_, _) => Task.FromResult(Says("", HttpStatusCode.TooManyRequests))),
        new("500", (_, _) => Task.FromResult(Says("<html>Oops</html>", HttpStatusCode.InternalServerError))),
        new("a page", (_, _) => Task.FromResult(Says("<!doctype html><title>Slack</title>"))),
        new("nothing", (_, _) => Task.FromResult(Says(""))),
        new("cut", (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut")),
        new(
            "cut in the answer",
            (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Broken()) })
        ),
        .. Refusals(
            "internal_error",
            "fatal_error",
            "ratelimited",
            "request_timeout",
            "expired_trigger_id",
            "user_not_found",
            "channel_not_found",
            "is_archived",
            "account_inactive",
            "token_revoked",
            "invalid_auth",
            "missing_scope",
            "invalid_blocks",
            "hash_conflict",
            "not_in_channel"
        ),
    ];

    public static Trouble Of(string name) => All.Single(trouble => trouble.Name == name);

    private static IEnumerable<Trouble> Refusals(params string[] errors) =>
        errors.Select(error => new Trouble(
            error,
            (_, _) => Task.FromResult(Says($$"""{"ok":false,"error":"{{error}}"}"""))
        ));

    private static HttpResponseMessage Says(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        params (string Name, string Value)[] headers
    )
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("cut");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("cut");
    }
}
