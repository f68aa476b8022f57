using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace LockThat.Tests.Slack;

/// <summary>Slack's end of the line: keeps what was sent and answers as told, in order; the last answer goes
/// on.</summary>
internal sealed class Wire(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = [];
    private int _next;

    public ConcurrentQueue<(
        HttpMethod Method,
        Uri? Url,
        string? Authorization,
        string? ContentType,
        string Body
    )> Sent { get; } = [];

    public static Func<CancellationToken, Task<HttpResponseMessage>> Ok { get; } = Says("""{"ok":true}""");

    /// <summary>Answers when everybody has given up.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> Hangs { get; } =
        async cancelled =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return new HttpResponseMessage();
        };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Breaks { get; } =
        _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "cut");

    public static Func<CancellationToken, Task<HttpResponseMessage>> Says(
        string body,
        int status = 200,
        params (string Name, string Value)[] headers
    ) =>
        _ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(response);
        };

    /// <summary>Answers by what was sent, in the place of all else.</summary>
    public Func<string, string>? Answering { get; init; }

    /// <summary>Completes when so much has been sent.</summary>
    public Task Reached(int count)
    {
        var reached = _awaited.GetOrAdd(count, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Announce();
        return reached.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var answer = Answering is { } answering
            ? Says(answering(body))
            : answers[Math.Min(Interlocked.Increment(ref _next), answers.Length) - 1];
        Sent.Enqueue(
            (
                request.Method,
                request.RequestUri,
                request.Headers.Authorization?.ToString(),
                request.Content?.Headers.ContentType?.ToString(),
                body
            )
        );
        Announce();
        return await answer(cancellationToken);
    }

    private void Announce()
    {
        foreach (var (count, reached) in _awaited)
            if (Sent.Count >= count)
                reached.TrySetResult();
    }
}
