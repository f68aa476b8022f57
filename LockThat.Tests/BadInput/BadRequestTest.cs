using System.Collections.Concurrent;
using System.Net;
using LockThat.App.Settings;
using LockThat.Tests.Slack;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.BadInput;

/// <summary>
/// The app, and requests with something wrong, thousands of them. A failure says its seed and number: <c>BAD_SEED</c>
/// brings the same requests again, and
/// <c>BAD_REQUESTS</c> as many as are wanted.
/// </summary>
public abstract class BadRequestTest : IAsyncLifetime
{
    private const int Lanes = 8;
    private const int InSuccession = 500;
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(60);
    private protected static readonly int Seed = Rounds.Of("BAD_SEED", 1);

    private readonly KeptLog _faults = new(LogLevel.Error);
    private readonly ConcurrentQueue<string> _wrong = [];
    private readonly ConcurrentDictionary<int, int> _answered = [];
    private readonly ForgetfulSlack _slack = new();
    private RunningApp? _running;

    private protected BadRequests Requests => new(Seed, App.Time.GetUtcNow);

    private protected long CallsOfSlack => _slack.Calls;

    private protected RunningApp App => _running ?? throw new InvalidOperationException("not started");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var storage = await Storage();
        _running = await RunningApp.Start(
            answer: null,
            services: services =>
                services.AddSingleton(new HttpClient(_slack)).AddLogging(logging => logging.AddProvider(_faults)),
            settings: usual =>
                usual with
                {
                    Slack = usual.Slack with { Workspaces = new SlackWorkspaces.Installed("1.2", "client-secret") },
                    PublicUrl = new Uri("https://locks.example.com"),
                    TokenKeys = [new byte[32]],
                    Locks = usual.Locks with { MaxResources = 50 },
                    Storage = storage ?? usual.Storage,
                }
        );
        // A database has a clock of its own, and states of installations run out by it.
        if (storage is not null)
            App.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await Install();
        (await App.Post("/slack/command", Payloads.Command("lock test-site 2h demo"))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.DisposeAsync();
        _slack.Dispose();
    }

    /// <summary>Where everything is kept; null for the embedded store.</summary>
    private protected virtual Task<StorageSettings?> Storage() => Task.FromResult<StorageSettings?>(null);

    private async Task Install()
    {
        var away = await App.Http.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel);
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
            away.Headers.Location.ShouldNotBeNull().Query
        )["state"];
        using var back = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"/slack/oauth_redirect?code=1&state={state}", UriKind.Relative)
        );
        back.Headers.Add("Cookie", away.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await App.Http.SendAsync(back, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Time goes on when nothing is under way, or what takes a moment would seem to have taken seconds.
    private protected async Task Send(Func<int, RawRequest> requests, int from, int to, TimeSpan step)
    {
        foreach (var numbers in Enumerable.Range(from, to - from).Chunk(InSuccession))
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, Lanes)
                    .Select(lane =>
                        Task.Run(() => Send(requests, numbers.Where(number => number % Lanes == lane)), Cancel)
                    )
            );
            App.Time.Advance(step);
        }
    }

    private async Task Send(Func<int, RawRequest> requests, IEnumerable<int> numbers)
    {
        using var line = new RawConnection(App.Http.BaseAddress.ShouldNotBeNull());
        foreach (var number in numbers)
            await Send(line, number, requests(number));
    }

    private async Task Send(RawConnection line, int number, RawRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(InTime);
        try
        {
            var answer = await line.Ask(request, patience.Token);
            _answered.AddOrUpdate(answer?.Status ?? 0, 1, (_, times) => times + 1);
            if (What(request, answer) is { } what)
                _wrong.Enqueue($"BAD_SEED={Seed}, number {number}: {what}\n{request.Shown}");
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            _wrong.Enqueue($"BAD_SEED={Seed}, number {number}: no answer in time\n{request.Shown}");
            line.Dispose();
        }
    }

    private static string? What(RawRequest request, RawAnswer? answer) =>
        answer switch
        {
            null => request.IsWhole ? "no answer" : null,
            { Status: >= 500 } => $"status {answer.Status}",
            { Status: < 400 } when request.MustBeRefused => $"status {answer.Status}",
            { Body: var body }
                when body.Contains("   at ", StringComparison.Ordinal)
                    || body.Contains("Exception", StringComparison.Ordinal) => $"it tells too much: {body}",
            _ => null,
        };

    private protected async Task ShouldBeWell()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", _answered.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value:N0}"))
        );
        _wrong.Take(5).ShouldBeEmpty($"{_wrong.Count} requests were not answered as they should be");
        _faults.Lines.Take(5).ShouldBeEmpty($"{_faults.Lines.Count} errors were logged with BAD_SEED={Seed}");
        var answer = await App.Post("/slack/command", Payloads.Command("mine"));
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"blocks\"");
    }
}
