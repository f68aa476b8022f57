using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A thing that the version before does not know begins when no instance of it runs any more.</summary>
public sealed partial class OlderInstanceTests
{
    // An instance that was not seen for 30 seconds counts as gone.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new(Some.Noon);

    [Fact]
    public async Task What_is_new_waits_until_the_older_instance_has_ended()
    {
        await Older.SayAlive();
        await Reopen();

        (await Takes(Some.Ada)).ShouldHave<Locked>();
        (await Joins(Some.Bob)).ShouldBeRefused<Refusal.BeingUpgraded>();
        await _database.MoveClock(Unseen);
        _time.Advance(TimeSpan.FromSeconds(2));
        (await Joins(Some.Bob)).ShouldHave<Joined>();
    }

    [Fact]
    public async Task The_commands_that_are_new_are_those_that_wait()
    {
        await Older.SayAlive();
        await Reopen();
        await Takes(Some.Ada);

        ResourceCommand[] commands =
        [
            new Leave(Names[0]),
            new LetPass(Names[0], new("wait")),
            new GoNext(Names[0], new("lost")),
            new Ask(Names[0], new LockLength.Unsaid(), null, Expected.Anything),
            new Give(Names[0], Some.Bob, Expected.Anything),
            new Undo(Names[0], new("was")),
        ];
        foreach (var command in commands)
            (
                await Execute(isNewer: true, Some.Ada.Asks($"{command}"), command)
            ).ShouldBeRefused<Refusal.BeingUpgraded>();
    }

    [Fact]
    public async Task An_older_instance_that_was_cut_off_and_comes_back_is_noticed()
    {
        await Reopen();
        await Takes(Some.Ada);
        (await Joins(Some.Bob)).ShouldHave<Joined>();

        await Older.SayAlive();
        _time.Advance(TimeSpan.FromSeconds(11));
        await Some.Service(Newer).ProcessAllDue(Cancel);

        (await Joins(Some.Cleo)).ShouldBeRefused<Refusal.BeingUpgraded>();
    }

    [Fact]
    public async Task A_line_ends_with_a_resource_that_an_older_instance_deletes()
    {
        await Takes(Some.Ada);
        await Joins(Some.Bob);

        await Older.Execute(Some.Ada.Asks("delete"), new Delete(Names[0], Expected.Anything));

        (await _database.Ask<long>("select count(*) from lockthat.waits")).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_an_older_instance_does_not_write_is_over_and_a_new_one_can_begin()
    {
        await Takes(Some.Ada);
        await Joins(Some.Bob);

        await Older.Execute(Some.Cleo.Asks("watch"), new Watch(Names[0], Expected.Anything));

        (await _database.Ask<long>("select count(*) from lockthat.waits")).ShouldBe(0);
        (await Joins(Some.Cleo)).ShouldHave<Joined>();
        (await Stored(Names[0])).ShouldNotBeNull().Line.All.ShouldHaveSingleItem().Who.ShouldBe(Some.Cleo);
    }

    /// <summary>Starts the newer instance on a clock that the test moves.</summary>
    private async Task Reopen()
    {
        await Newer.Close(Cancel);
        Newer.Dispose();
        _store = new(_database.Patient, _time, NullLogger<PostgresStore>.Instance);
        await _store.Open(Cancel);
    }

    private Task<Outcome> Takes(UserId user) =>
        Execute(isNewer: true, user.Asks($"takes-{user}"), Some.For(Hour) with { Name = Names[0] });

    private Task<Outcome> Joins(UserId user) =>
        Execute(
            isNewer: true,
            user.Asks($"joins-{user}-{_time.GetUtcNow():O}"),
            new Join(Names[0], new LockLength.Unsaid(), null, Expected.Anything)
        );
}
