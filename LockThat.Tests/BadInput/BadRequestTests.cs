using System.Text;
using LockThat.App.Settings;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.BadInput;

/// <summary>Every request over HTTP is answered, and a wrong one changes nothing.</summary>
public sealed class BadRequestTests : BadRequestTest
{
    private const int InGate = 9000;
    private const int AloneFrom = 50_000;
    private const int MostGrown = 32 * 1024 * 1024;

    [Fact]
    public async Task What_Slack_has_not_signed_is_refused_and_changes_nothing()
    {
        var (disk, calls) = (OnDisk(), CallsOfSlack);
        await Send(Requests.Unsigned, 0, Rounds.Of("BAD_REQUESTS", InGate) / 3, TimeSpan.Zero);
        (OnDisk(), CallsOfSlack).ShouldBe((disk, calls));
        await ShouldBeWell();
    }

    [Fact]
    public async Task Whatever_comes_is_answered_in_time_and_without_a_fault_and_the_next_command_is_served()
    {
        var (count, step) = ((int)(Rounds.Of("BAD_REQUESTS", InGate) * 2L / 3), TimeSpan.FromSeconds(5));
        await Send(Requests.Any, 0, count / 5, step);
        var early = Heap();
        await Send(Requests.Any, count / 5, count, step);
        await ShouldBeWell();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{early:N0} bytes of heap after {count / 5} requests, {Heap():N0} after {count}, {CallsOfSlack} calls of Slack"
        );
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
        var answer = await line.Ask(
            new(Encoding.ASCII.GetBytes(request), IsWhole: true, MustBeRefused: true, IsHead: false),
            Cancel
        );
        answer?.Status.ShouldBe(400);
        await ShouldBeWell();
    }

    // It is open for the app alone, but whoever writes leaves a trace of that.
    private string OnDisk() =>
        string.Join(
            ' ',
            App.Folder.GetFiles("*", SearchOption.AllDirectories)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")
        );

    private static long Heap()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

/// <summary>A database takes every text that the embedded store takes.</summary>
public sealed class BadRequestsOnPostgresTests(PostgresServer server) : BadRequestTest
{
    private const int InGate = 6000;

    [Fact]
    public async Task Whatever_comes_is_answered_without_a_fault()
    {
        await Send(Requests.Any, 0, Rounds.Of("BAD_REQUESTS", InGate) / 3, TimeSpan.FromSeconds(5));
        await ShouldBeWell();
    }

    private protected override async Task<StorageSettings?> Storage() =>
        new StorageSettings.Postgres((await server.Database("bad_input")).Patient);
}
