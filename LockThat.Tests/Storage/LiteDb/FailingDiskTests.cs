using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>What cannot be stored is answered "not stored", leaves nothing half-done, and works again once the disk does.</summary>
public sealed class FailingDiskTests : IAsyncLifetime
{
    readonly StoreFolder _folder = new();
    readonly FakeTimeProvider _time = new(Some.Noon);
    readonly Disk _disk = new();
    LiteDbStore _store;

    public FailingDiskTests() => _store = new LiteDbStore(_folder.Data, _time, NullLogger<LiteDbStore>.Instance, _disk.Open);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.Open(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _store.Close(CancellationToken.None);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(PageFile.FrameSize)]
    [InlineData(PageFile.FrameSize + 4000)]
    public async Task A_full_disk_stores_nothing_of_a_change_and_says_so(int room)
    {
        await Lock("before");
        _disk.Room = room;

        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        _store.Fault.ShouldNotBeNull().ShouldContain("No space left");
        await ShouldHave("before");
        _disk.Room = long.MaxValue;
        await Reopen();
        await ShouldHave("before");
    }

    [Fact]
    public async Task When_there_is_room_again_it_goes_on_by_itself()
    {
        await Lock("before");
        _disk.Room = 100;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
        await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"));

        _disk.Room = long.MaxValue;
        await Mended();

        await Lock("after");
        await ShouldHave("after", "before");
        await Reopen();
        await ShouldHave("after", "before");
    }

    [Fact]
    public async Task As_long_as_there_is_none_everybody_is_told_and_can_still_look()
    {
        await Lock("before");
        // Enough that the log cannot be moved into the data file either.
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Lock($"more-{number}")));
        _disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        for (var tries = 0; tries < 3; tries++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Should.ThrowAsync<StoreUnavailableException>(Lock("still lost"));
        }

        _store.Fault.ShouldNotBeNull();
        (await _store.List(Some.Acme.Team, Cancel)).Resources.Count.ShouldBe(301);
        _disk.Room = long.MaxValue;
        await Mended();
        (await _store.List(Some.Acme.Team, Cancel)).Resources.Count.ShouldBe(301);
    }

    [Fact]
    public async Task What_could_not_be_synced_was_not_stored()
    {
        await Lock("before");
        _disk.RefusesToSync = true;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        _disk.RefusesToSync = false;
        await Mended();

        await ShouldHave("before");
    }

    [Fact]
    public async Task When_the_log_cannot_be_moved_into_the_data_file_nothing_that_was_stored_is_lost()
    {
        _disk.RefusesToWrite = _folder.Data;
        var stored = new List<string>();
        while (_store.Fault is null)
        {
            var name = $"{stored.Count:0000}";
            await Lock(name);
            stored.Add(name);
        }

        await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"));
        await ShouldHave([.. stored]);
        _disk.RefusesToWrite = null;
        await Mended();
        await ShouldHave([.. stored]);
        await Reopen();
        await ShouldHave([.. stored]);
    }

    [Fact]
    public async Task A_notice_that_was_delivered_while_the_disk_was_full_is_not_delivered_again()
    {
        await Tell("first", "second");
        var first = (await _store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        _disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(_store.Delivered(first, Cancel));
        _disk.Room = long.MaxValue;
        await Mended();

        (await _store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.Display.ShouldBe("second");
        await Reopen();
        (await _store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.Display.ShouldBe("second");
    }

    [Fact]
    public async Task A_claim_outlives_a_failure()
    {
        await Tell("first", "second");
        var claimed = await _store.ClaimNotices(9, Cancel);
        _disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(_store.DeliverLater(claimed[0], TimeSpan.FromMinutes(5), Cancel));
        _disk.Room = long.MaxValue;
        await Mended();

        _time.Advance(TimeSpan.FromMinutes(5));
        var again = (await _store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        again.Number.ShouldBe(claimed[0].Number);
        again.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_damaged_when_it_is_opened_again_stays_closed_and_is_named()
    {
        await Lock("before");
        _disk.Damage(_folder.Data);
        _disk.RefusesToSync = true;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
        _disk.RefusesToSync = false;

        _time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"))).Message.ShouldContain($"{_folder.Data} is damaged");
        await ShouldHave("before");
    }

    Task<Answered<LockOutcome>> Lock(string name) =>
        new LockService(_store, Some.Rules).Lock(Some.Ada.Asks(name), ResourceName.Of(name.Replace(' ', '-')), Some.For(TimeSpan.FromHours(1)), Cancel);

    Task<bool> Tell(params string[] about) => _store.Change(
        Some.TestSiteKey,
        (found, _) => new Decision<bool>(found, true, [.. about.Select(one => new Notice(Some.Acme, Some.Ada, ResourceName.Of(one), Some.Noon, new News.Deleted(Some.Bob)))]),
        Cancel);

    /// <summary>The next look at the file comes a second after the failure; a change that waits behind it shows when it is over.</summary>
    async Task Mended()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        await _store.Change(Some.TestSiteKey, (found, _) => new Decision<bool>(found, true, []), Cancel);
        _store.Fault.ShouldBeNull();
    }

    async Task Reopen()
    {
        await _store.Close(Cancel);
        _store = new LiteDbStore(_folder.Data, _time, NullLogger<LiteDbStore>.Instance, _disk.Open);
        await _store.Open(Cancel);
    }

    async Task ShouldHave(params string[] names) =>
        (await _store.List(Some.Acme.Team, Cancel)).Resources.Select(resource => resource.Name.Display).ShouldBe(names);
}
