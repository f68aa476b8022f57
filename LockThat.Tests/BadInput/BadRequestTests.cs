using System.Collections.Concurrent;
using System.Net;
using System.Text;
using LockThat.App;
using LockThat.Tests.Slack;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.BadInput;

/// <summary>
/// Requests with something wrong, thousands of them, over HTTP. What failed says its seed and number: <c>BAD_SEED</c> brings the same requests again, and
/// <c>BAD_REQUESTS</c> as many as are wanted.
/// </summary>
public sealed class BadRequestTests : IAsyncLifetime
{
    private const int InGate = 9000;
    private const int Lanes = 8;
    private const int InSuccession = 500;
    private const int AloneFrom = 50_000;
    private const int MostGrown = 32 * 1024 * 1024;
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(60);
    private static readonly int Seed = Rounds.Of("BAD_SEED", 1);

    private readonly KeptLog faults = new(LogLevel.Error);
    private readonly ConcurrentQueue<string> wrong = [];
    private readonly ConcurrentDictionary<int, int> answered = [];
    private readonly ForgetfulSlack slack = new();
    private RunningApp? running;

    private RunningApp App => running ?? throw new InvalidOperationException("not started");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        running = await RunningApp.Start(
            answer: null,
            services: services => services.AddSingleton(new HttpClient(slack)).AddLogging(logging => logging.AddProvider(faults)),
            settings: usual => usual with
            {
                Slack = usual.Slack with { Workspaces = new SlackWorkspaces.Installed("1.2", "client-secret") },
                PublicUrl = new Uri("https://locks.example.com"),
                TokenKeys = [new byte[32]],
                Locks = usual.Locks with { MaxResources = 50 },
            });
        await Install();
        (await App.Post("/slack/command", Payloads.Command("lock test-site 2h demo"))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        slack.Dispose();
    }

    [Fact]
    public async Task What_Slack_has_not_signed_is_refused_and_changes_nothing()
    {
        var requests = new BadRequests(Seed, App.Time.GetUtcNow);
        var (disk, calls) = (OnDisk(), slack.Calls);
        await Send(requests.Unsigned, 0, Rounds.Of("BAD_REQUESTS", InGate) / 3, TimeSpan.Zero);
        (OnDisk(), slack.Calls).ShouldBe((disk, calls));
        await ShouldBeWell();
    }

    [Fact]
    public async Task Whatever_comes_is_answered_in_time_and_without_a_fault_and_the_next_command_is_served()
    {
        var requests = new BadRequests(Seed, App.Time.GetUtcNow);
        var (count, step) = ((int)(Rounds.Of("BAD_REQUESTS", InGate) * 2L / 3), TimeSpan.FromSeconds(5));
        await Send(requests.Any, 0, count / 5, step);
        var early = Heap();
        await Send(requests.Any, count / 5, count, step);
        await ShouldBeWell();
        TestContext.Current.TestOutputHelper?.WriteLine($"{early:N0} bytes of heap after {count / 5} requests, {Heap():N0} after {count}, {slack.Calls} calls of Slack");
        // Beside other tests there is no telling whose memory it is.
        if (count >= AloneFrom)
            (Heap() - early).ShouldBeLessThan(MostGrown);
    }

    [Theory]
    [InlineData("80000000")]
    [InlineData("FFFFFFFFFFFFFFFFF")]
    public async Task A_piece_of_a_body_that_is_longer_than_any_number_is_a_bad_request(string size)
    {
        using var line = new RawConnection(App.Http.BaseAddress.ShouldNotBeNull());
        var request = $"POST /slack/command HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\nx";
        var answer = await line.Ask(new(Encoding.ASCII.GetBytes(request), IsWhole: true, MustBeRefused: true, IsHead: false), Cancel);
        answer?.Status.ShouldBe(400);
        await ShouldBeWell();
    }

    private async Task Install()
    {
        var away = await App.Http.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel);
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(away.Headers.Location.ShouldNotBeNull().Query)["state"];
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri($"/slack/oauth_redirect?code=1&state={state}", UriKind.Relative));
        back.Headers.Add("Cookie", away.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await App.Http.SendAsync(back, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Time goes on when nothing is under way, or what takes a moment would seem to have taken seconds.
    private async Task Send(Func<int, RawRequest> requests, int from, int to, TimeSpan step)
    {
        foreach (var numbers in Enumerable.Range(from, to - from).Chunk(InSuccession))
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => Send(requests, numbers.Where(number => number % Lanes == lane)), Cancel)));
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
            answered.AddOrUpdate(answer?.Status ?? 0, 1, (_, times) => times + 1);
            if (What(request, answer) is { } what)
                wrong.Enqueue($"BAD_SEED={Seed}, number {number}: {what}\n{request.Shown}");
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            wrong.Enqueue($"BAD_SEED={Seed}, number {number}: no answer in time\n{request.Shown}");
            line.Dispose();
        }
    }

    private static string? What(RawRequest request, RawAnswer? answer) => answer switch
    {
        null => request.IsWhole ? "no answer" : null,
        { Status: >= 500 } => $"status {answer.Status}",
        { Status: < 400 } when request.MustBeRefused => $"status {answer.Status}",
        { Body: var body } when body.Contains("   at ", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal) => $"it tells too much: {body}",
        _ => null,
    };

    private async Task ShouldBeWell()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", answered.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value:N0}")));
        wrong.Take(5).ShouldBeEmpty($"{wrong.Count} requests were not answered as they should be");
        faults.Lines.Take(5).ShouldBeEmpty($"{faults.Lines.Count} errors were logged with BAD_SEED={Seed}");
        var answer = await App.Post("/slack/command", Payloads.Command("mine"));
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"blocks\"");
    }

    // It is open for the app alone, but whoever writes leaves a trace of that.
    private string OnDisk() => string.Join(' ', App.Folder.GetFiles("*", SearchOption.AllDirectories)
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));

    private static long Heap()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
