using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The one writer with many callers.</summary>
public sealed class WriterTests : StoreOnDisk
{
    private const int MostWaiting = 4096;

    [Fact]
    public async Task Changes_that_wait_together_share_a_flush()
    {
        var before = Disk.Syncs;

        await WhileBusy(() => [.. Enumerable.Range(0, 200).Select(number => Create($"{number}"))]);

        (Disk.Syncs - before).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_decision_that_changes_nothing_writes_nothing()
    {
        await Create("mine");
        var before = Disk.Syncs;

        for (var times = 0; times < 10; times++)
            await Look("mine");

        Disk.Syncs.ShouldBe(before);
    }

    [Fact]
    public async Task When_too_much_waits_who_comes_is_told_at_once_and_the_others_are_served()
    {
        var waiting = await WhileBusy(() =>
        {
            List<Task> waiting = [.. Enumerable.Range(0, MostWaiting).Select(number => Create($"{number}"))];
            Should.Throw<StoreUnavailableException>(() => Create("one-too-many"));
            return waiting;
        });

        waiting.ShouldAllBe(task => task.IsCompletedSuccessfully);
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(MostWaiting);
    }

    [Fact]
    public async Task Nobody_sees_a_change_before_it_is_on_the_disk()
    {
        var seen = new List<Resource?>();
        Disk.Syncing = () =>
            seen.Add(
                Store.Find(new ResourceKey(Some.Acme.Team, ResourceName.Of("mine")), Cancel).AsTask().Result.Resource
            );

        await Create("mine");

        seen.ShouldBe([null]);
        Disk.Syncing = () => { };
    }

    [Fact]
    public async Task What_waits_when_it_closes_is_still_stored()
    {
        Task closing = Task.CompletedTask;
        await WhileBusy(() =>
        {
            List<Task> waiting = [.. Enumerable.Range(0, 300).Select(number => Create($"{number}"))];
            closing = Store.Close(Cancel);
            return waiting;
        });
        await closing;

        new FileInfo(Folder.Log).Length.ShouldBe(0);
        using var file = Folder.Open();
        file.Database.GetCollection("resources").Count().ShouldBe(300);
    }

    [Fact]
    public async Task Once_closed_it_can_be_looked_at_but_not_changed()
    {
        await Create("mine");
        await Store.Close(Cancel);

        await Should.ThrowAsync<StoreUnavailableException>(Create("late"));
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldHaveSingleItem();
        Store.Fault.ShouldNotBeNull().ShouldContain("closed");
    }

    [Fact]
    public async Task Before_it_is_open_there_is_nothing_to_see()
    {
        var closed = new LiteDbStore(Folder.Data + "2", TimeProvider.System, NullLogger<LiteDbStore>.Instance);

        closed.Fault.ShouldNotBeNull();
        await Should.ThrowAsync<StoreUnavailableException>(async () =>
            await closed.List(Some.Acme.Team, reader: null, Cancel)
        );
        await closed.Close(Cancel);
    }

    [Fact]
    public async Task A_log_that_has_grown_long_is_moved_into_the_data_file()
    {
        var before = new FileInfo(Folder.Data).Length;

        for (var number = 0; number < 600; number++)
            await Create($"{number}");

        new FileInfo(Folder.Log).Length.ShouldBeLessThan(1000L * PageFile.FrameSize);
        new FileInfo(Folder.Data).Length.ShouldBeGreaterThan(before);
    }

    /// <summary>Holds the writer in a decision while more is asked of it.</summary>
    private async Task<List<Task>> WhileBusy(Func<List<Task>> ask)
    {
        using var begun = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        var sent = false;
        var busy = Store.Change(
            Some.TestSiteKey,
            (found, _) =>
            {
                // It is decided ahead of the writer once, and sent there for what it would change.
                if (!sent)
                {
                    sent = true;
                    return Some.Becomes(Some.Resource(Some.Acme, Some.TestSiteKey.Name));
                }

                begun.Release();
                goOn.Wait(Cancel);
                return Some.Becomes(found.Only);
            },
            Cancel
        );
        await begun.WaitAsync(Cancel);
        var asked = ask();
        goOn.Release();
        await Task.WhenAll([busy, .. asked]);
        return asked;
    }

    private Task<Outcome> Create(string name) =>
        Store.Change(
            new Scope(Some.Acme.Team, ResourceName.Of(name)),
            (_, _) => Some.Becomes(Some.Resource(Some.Acme, ResourceName.Of(name))),
            Cancel
        );

    private Task<Outcome> Look(string name) =>
        Store.Change(new Scope(Some.Acme.Team, ResourceName.Of(name)), (found, _) => Some.Becomes(found.Only), Cancel);
}
