using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.History;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>The history of a store whose disks fail, each in its own way.</summary>
public sealed class StoreHistoryTests : StoreOnDisk
{
    private string Path => Folder.Data + "-history";

    private string Copy => Folder.Data + ".copy";

    [Fact]
    public async Task What_is_acknowledged_is_on_the_page_before_it_is_filed_and_at_the_same_position_after()
    {
        await Lock("one");
        await Lock("two");
        var before = await Page();

        (await Store.File(9, Cancel)).ShouldBe(2);

        before.ShouldBe(["2 two", "1 one"]);
        (await Page()).ShouldBe(before);
        await Reopen();
        (await Page()).ShouldBe(before);
        (await Store.File(9, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_filed_and_could_not_be_taken_off_the_tail_is_there_once()
    {
        await Lock("one");
        Disk.RefusesToWrite = Folder.Log;

        await Should.ThrowAsync<StoreUnavailableException>(Store.File(9, Cancel));

        (await Page()).ShouldBe(["1 one"]);
        Disk.RefusesToWrite = null;
        await Reopen();
        (await Page()).ShouldBe(["1 one"]);
        await Lock("two");
        (await Store.File(9, Cancel)).ShouldBe(1);
        (await Page()).ShouldBe(["2 two", "1 one"]);
    }

    [Fact]
    public async Task A_history_that_cannot_be_written_keeps_nobody_from_locking()
    {
        await Lock("one");
        await Store.File(9, Cancel);
        Disk.RefusesToWrite = Path;
        await Lock("two");
        await Should.ThrowAsync<StoreUnavailableException>(Store.File(9, Cancel));
        await Lock("three");

        (await Page()).ShouldBe(["3 three", "2 two", "1 one"]);
        Disk.RefusesToWrite = null;
        (await Store.File(9, Cancel)).ShouldBe(2);
        (await Page()).ShouldBe(["3 three", "2 two", "1 one"]);
    }

    [Fact]
    public async Task A_history_that_cannot_be_used_is_a_warning_until_it_can_and_no_fault()
    {
        var health = new StorageHealth(Store);
        await Filed("one");
        (await health.CheckHealthAsync(new(), Cancel)).Status.ShouldBe(HealthStatus.Healthy);
        Disk.RefusesToWrite = Path;
        await Lock("two");
        await Should.ThrowAsync<StoreUnavailableException>(Store.File(9, Cancel));

        var degraded = await health.CheckHealthAsync(new(), Cancel);

        degraded.Status.ShouldBe(HealthStatus.Degraded);
        degraded.Description.ShouldNotBeNull().ShouldStartWith("The history lockthat.db-history cannot be used: ");
        degraded.Description.ShouldNotContain(System.IO.Path.GetTempPath());
        Disk.RefusesToWrite = null;
        await Store.File(9, Cancel);
        (await health.CheckHealthAsync(new(), Cancel)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_copy_says_that_the_history_is_what_keeps_it()
    {
        await Filed("one");
        await Reopen();
        await using (new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            (await Should.ThrowAsync<StoreUnavailableException>(Store.CopyTo(Copy, Cancel))).Message.ShouldStartWith(
                $"its history {Path} cannot be copied: "
            );
        File.Exists(Copy).ShouldBeFalse();

        File.Move(Path, Path + "-unreadable");
        await Store.CopyTo(Copy, Cancel);
        File.Exists(Copy).ShouldBeTrue();
    }

    [Fact]
    public async Task Texts_with_one_number_are_told_apart()
    {
        await Happened("costarring", "liquid", "altarage");
        await Happened("liquid", "costarring", "zinke");
        await Store.File(9, Cancel);
        await Happened("costarring", "costarring", "later");

        (await Names(new(Some.Acme.Team) { Resource = new("costarring") })).ShouldBe(["later", "altarage"]);
        (await Names(new(Some.Acme.Team) { Resource = new("liquid") })).ShouldBe(["zinke"]);
        (await Names(new(Some.Acme.Team) { Person = new("costarring") })).ShouldBe(["later", "zinke"]);
        (await Names(new(Some.Acme.Team) { Person = new("liquid"), Count = 1 })).ShouldBe(["altarage"]);
    }

    [Fact]
    public async Task A_damaged_history_is_moved_aside_and_what_is_sound_goes_on()
    {
        await Filed("one");
        await Filed("two");
        await Filed("three");
        await Store.Close(Cancel);
        var bytes = await File.ReadAllBytesAsync(Path, Cancel);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(Path, bytes, Cancel);

        await Reopen();
        await Lock("four");

        (await Page()).Select(line => line.Split(' ')[1]).ShouldBe(["four", "three", "two"]);
        (await File.ReadAllBytesAsync(Path + "-damaged", Cancel)).ShouldBe(bytes);
        await Store.File(9, Cancel);
        (await Store.Position(Some.Acme.Team, Cancel)).ShouldBeGreaterThan(1_000_000);
    }

    [Fact]
    public async Task A_history_without_its_end_is_noticed_and_gives_no_position_twice()
    {
        await Filed("one");
        await Store.Close(Cancel);
        var older = await File.ReadAllBytesAsync(Path, Cancel);
        await Reopen();
        await Filed("two");
        await Store.Close(Cancel);
        await File.WriteAllBytesAsync(Path, older, Cancel);

        await Reopen();
        await Filed("three");

        (await Page()).Select(line => line.Split(' ')[1]).ShouldBe(["three", "one"]);
        (await Store.Position(Some.Acme.Team, Cancel)).ShouldBeGreaterThan(1_000_000);
        File.Exists(Path + "-damaged").ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_history_begins_anew_with_higher_positions()
    {
        await Filed("one");
        await Store.Close(Cancel);
        File.Delete(Path);

        await Reopen();
        await Filed("two");

        (await Store.After(Some.Acme.Team, 1, 9, Cancel))
            .ShouldHaveSingleItem()
            .Event.Origin.Name.Display.ShouldBe("two");
    }

    [Fact]
    public async Task A_purged_workspace_has_no_history_filed_or_not()
    {
        await Filed("one");
        await Lock("two");
        var key = InstallKey.Of(Some.Acme);
        await Store.Change(key, (_, now) => new(key) { LeftAt = now.AddDays(-31), IsPurging = true }, Cancel);

        await Store.Forget(key, Some.Acme.Team, Cancel);

        (await Page()).ShouldBeEmpty();
        await Store.File(9, Cancel);
        (await Store.Position(Some.Acme.Team, Cancel)).ShouldBe(0);
    }

    private async Task Happened(string resource, string person, string name)
    {
        EntryKeys.Of("costarring").ShouldBe(EntryKeys.Of("liquid"));
        var happened = new Created(
            Some.Origin(new(person), Some.Noon) with
            {
                Id = new(resource),
                Name = ResourceName.Of(name),
            }
        );
        await Store.Change(
            new Scope(Some.Acme.Team, happened.Origin.Name),
            (found, _) => new(found, new Outcome.Accepted(happened), [happened]),
            Cancel
        );
    }

    private async Task<List<string>> Names(HistoryQuery query) =>
        [.. (await Store.Page(query, Cancel)).Events.Select(stored => stored.Event.Origin.Name.Display)];

    private async Task Filed(string name)
    {
        await Lock(name);
        await Store.File(9, Cancel);
    }

    private async Task Lock(string name) =>
        (
            await Some.Service(Store)
                .Execute(
                    Some.Ada.Asks($"lock-{name}"),
                    Some.For(TimeSpan.FromHours(1)) with
                    {
                        Name = ResourceName.Of(name),
                    },
                    Cancel
                )
        ).ShouldHave<Locked>();

    private async Task<List<string>> Page() =>
        [
            .. (await Store.Page(new(Some.Acme.Team), Cancel)).Events.Select(stored =>
                $"{stored.Position} {stored.Event.Origin.Name}"
            ),
        ];
}
