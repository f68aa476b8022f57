using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A change that cannot be stored is answered "not stored" and leaves nothing half-done. It works again once
/// the disk does.</summary>
public sealed class FailingDiskTests : StoreOnDisk
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(PageFile.FrameSize)]
    [InlineData(PageFile.FrameSize + 4000)]
    public async Task A_full_disk_stores_nothing_of_a_change_and_says_so(int room)
    {
        await Lock("before");
        Disk.Room = room;

        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        Store.Fault.ShouldNotBeNull().ShouldContain("No space left");
        await ShouldHave("before");
        Disk.Room = long.MaxValue;
        await Reopen();
        await ShouldHave("before");
    }

    [Fact]
    public async Task When_there_is_room_again_it_goes_on_by_itself()
    {
        await Lock("before");
        Disk.Room = 100;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
        await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"));

        Disk.Room = long.MaxValue;
        await Mended();

        await Lock("after");
        await ShouldHave("after", "before");
        await Reopen();
        await ShouldHave("after", "before");
    }

    [Fact]
    public async Task Whatever_way_the_file_system_refuses_it_goes_on_when_it_can_write_again()
    {
        await Lock("before");
        // .NET's exceptions for a file that grows beyond its limit, and for a right that was taken away.
        foreach (
            var refusal in (Func<string, Exception>[])
                [
                    file => new ArgumentOutOfRangeException(nameof(file)),
                    _ => new UnauthorizedAccessException("no right"),
                ]
        )
        {
            (Disk.RefusesToWrite, Disk.Refusal) = (Folder.Log, refusal);
            await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
            Disk.RefusesToWrite = null;
            await Mended();
        }

        await Lock("after");
        await ShouldHave("after", "before");
    }

    [Fact]
    public async Task As_long_as_there_is_none_everybody_is_told_and_can_still_look()
    {
        await Lock("before");
        // Enough that the log cannot be moved into the data file either.
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Lock($"more-{number}")));
        Disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        for (var tries = 0; tries < 3; tries++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Should.ThrowAsync<StoreUnavailableException>(Lock("still lost"));
        }

        Store.Fault.ShouldNotBeNull();
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(301);
        Disk.Room = long.MaxValue;
        await Mended();
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(301);
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full_until_it_is_not_however_little_there_is_to_move()
    {
        await Lock("before");
        await Reopen();
        Disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        for (var second = 0; second < 3; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Should.ThrowAsync<StoreUnavailableException>(Queue());
            Store.Fault.ShouldNotBeNull();
        }

        Disk.Room = long.MaxValue;
        await Mended();
        await ShouldHave("before");
    }

    [Fact]
    public async Task What_could_not_be_synced_was_not_stored()
    {
        await Lock("before");
        Disk.RefusesToSync = true;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));

        Disk.RefusesToSync = false;
        await Mended();

        await ShouldHave("before");
    }

    [Fact]
    public async Task When_the_log_cannot_be_moved_into_the_data_file_nothing_that_was_stored_is_lost()
    {
        Disk.RefusesToWrite = Folder.Data;
        var stored = new List<string>();
        while (Store.Fault is null)
        {
            var name = $"{stored.Count:0000}";
            try
            {
                await Lock(name);
            }
            catch (StoreUnavailableException)
            {
                break;
            }

            stored.Add(name);
        }

        await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"));
        await ShouldHave([.. stored]);
        Disk.RefusesToWrite = null;
        await Mended();
        await ShouldHave([.. stored]);
        await Reopen();
        await ShouldHave([.. stored]);
    }

    [Fact]
    public async Task A_notice_that_was_delivered_while_the_disk_was_full_is_not_delivered_again()
    {
        await Tell("first", "second");
        var first = (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        Disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(Store.Delivered(first, Cancel));
        Disk.Room = long.MaxValue;
        await Mended();

        (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.Display.ShouldBe("second");
        await Reopen();
        (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.Display.ShouldBe("second");
    }

    [Fact]
    public async Task A_claim_outlives_a_failure()
    {
        await Tell("first", "second");
        var claimed = await Store.ClaimNotices(9, Cancel);
        Disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(
            Store.DeliverLater(claimed[0], TimeSpan.FromMinutes(5), isAttempt: true, Cancel)
        );
        Disk.Room = long.MaxValue;
        await Mended();

        Time.Advance(TimeSpan.FromMinutes(5));
        var again = (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        again.Number.ShouldBe(claimed[0].Number);
        again.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_put_off_again_because_the_disk_failed_is_taken_from_nobody_who_has_claimed_it_since()
    {
        await Tell("first", "second");
        var before = (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        Disk.Room = 0;
        await Should.ThrowAsync<StoreUnavailableException>(
            Store.DeliverLater(before, TimeSpan.Zero, isAttempt: false, Cancel)
        );
        var since = (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem();
        Disk.Room = long.MaxValue;
        await Mended();

        await Store.DeliverLater(before, TimeSpan.Zero, isAttempt: false, Cancel);
        await Should.ThrowAsync<OperationCanceledException>(
            Store.ClaimNotices(9, new CancellationToken(canceled: true))
        );
        await Store.Delivered(since, Cancel);
        (await Store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.Display.ShouldBe("second");
        await Should.ThrowAsync<OperationCanceledException>(
            Store.ClaimNotices(9, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public async Task A_file_that_is_damaged_when_it_is_opened_again_stays_closed_and_is_named()
    {
        await Lock("before");
        Disk.Damage(Folder.Data);
        Disk.RefusesToSync = true;
        await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
        Disk.RefusesToSync = false;

        Time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<StoreUnavailableException>(Lock("refused"))).Message.ShouldContain(
            $"{Folder.Data} is damaged"
        );
        await ShouldHave("before");
    }

    private Task<Outcome> Lock(string name) =>
        Some.Service(Store)
            .Execute(
                Some.Ada.Asks(name),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = ResourceName.Of(name.Replace(' ', '-')),
                },
                Cancel
            );

    private Task Tell(params string[] about)
    {
        Notice[] notices =
        [
            .. about.Select(one => new Notice(
                Some.Acme,
                Some.Ada,
                ResourceName.Of(one),
                Some.Noon,
                new NoticeContent.Deleted(Some.Bob)
            )),
        ];
        return Store.Change(Some.TestSiteKey, (found, _) => Some.Becomes(found.Only, notices), Cancel);
    }

    /// <summary>Waits for the writer's turn, and writes nothing then: it is decided ahead of the writer once, and sent
    /// there for what it would change.</summary>
    private Task<Outcome> Queue()
    {
        var isAhead = true;
        return Store.Change(
            Some.TestSiteKey,
            (found, _) =>
            {
                var next = isAhead ? Some.Resource(Some.Acme, Some.TestSite) : found.Only;
                isAhead = false;
                return Some.Becomes(next);
            },
            Cancel
        );
    }

    /// <summary>The next look at the file comes a second after the failure; a change that waits behind it shows when it
    /// is over.</summary>
    private async Task Mended()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        await Store.Redeem("anything", Time.GetUtcNow(), Cancel);
        Store.Fault.ShouldBeNull();
    }
}
