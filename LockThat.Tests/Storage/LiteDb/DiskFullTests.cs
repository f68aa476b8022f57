using System.Net;
using System.Text.Json;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The whole app, over HTTP, on a disk that fills up and has room again.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly Disk _disk = new();
    private readonly StoreFolder _folder = new();
    private RunningApp? _app;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningApp App => _app ?? throw new InvalidOperationException("It does not run.");

    public async ValueTask InitializeAsync() =>
        _app = await RunningApp.Start(
            answer: null,
            services: services =>
                services.AddSingleton(provider => new LiteDbStore(
                    _folder.Data,
                    provider.GetRequiredService<TimeProvider>(),
                    NullLogger<LiteDbStore>.Instance,
                    _disk.Open
                ))
        );

    public async ValueTask DisposeAsync()
    {
        _disk.Room = long.MaxValue;
        await App.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_cannot_be_stored_is_answered_politely_and_nothing_of_it_is_done()
    {
        (await Types("lock before 2 h")).ShouldContain("is yours");
        _disk.Room = 0;

        foreach (
            var change in (string[])
                ["lock lost 2 h", "create lost", "extend before 1 h", "unlock before", "delete before"]
        )
            (await Types(change)).ShouldEndWith(new English().NotStored, customMessage: change);

        (await Types("list")).ShouldContain("before");
        (await Types("list")).ShouldNotContain("lost");
    }

    [Fact]
    public async Task It_is_not_ready_until_there_is_room_and_then_goes_on_by_itself()
    {
        await Types("lock before 2 h");
        await Ready(HttpStatusCode.OK);
        _disk.Room = 100;
        (await Types("lock lost 2 h")).ShouldEndWith(new English().NotStored);
        for (var second = 0; second < 5; second++)
        {
            (await Ready(HttpStatusCode.ServiceUnavailable)).ShouldContain("No space left on device");
            App.Time.Advance(TimeSpan.FromSeconds(1));
        }

        _disk.Room = long.MaxValue;
        await Ready(HttpStatusCode.OK);

        (await Types("lock after 2 h")).ShouldContain("is yours");
        var listed = await Types("list");
        listed.ShouldContain("before");
        listed.ShouldContain("after");
        listed.ShouldNotContain("lost");
    }

    /// <summary>The text of the reply.</summary>
    private async Task<string> Types(string text)
    {
        var response = await App.Post("/slack/command", Payloads.Command(text));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        using var reply = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return reply.RootElement.GetProperty("text").GetString().ShouldNotBeNull();
    }

    /// <summary>Waits until it says so, while the clock goes on: the file is looked at again each second.</summary>
    private async Task<string> Ready(HttpStatusCode expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Generous);
        while (true)
        {
            var response = await App.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            if (response.StatusCode == expected)
                return body;
            App.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
