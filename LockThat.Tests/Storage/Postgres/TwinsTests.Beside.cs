using LockThat.App.Storage.Postgres;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>New kinds of names and notices wait until no instance runs that does not know them.</summary>
public sealed partial class TwinsTests
{
    private const string Fire = "👩\u200D🚒";
    private static readonly string OldestName = ConnectionText.FormerNames[0].Name;

    // An instance that was not seen for 30 seconds counts as gone.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task A_name_that_an_older_instance_cannot_read_is_put_off_while_one_is_connected()
    {
        await Open();
        await using (await Connected(OldestName))
        {
            (await IsPutOff()).ShouldBeTrue();
            (await Names()).ShouldBeEmpty();
        }

        while (await IsPutOff())
            await Task.Yield();
        (await Names()).ShouldBe([Fire]);
    }

    [Fact]
    public async Task An_older_instance_that_lost_its_connections_counts_as_running_for_half_a_minute()
    {
        await using (await Connected(OldestName))
            await Open();
        await _database.HasClock();

        (await IsPutOff()).ShouldBeTrue();
        await _database.MoveClock(Unseen);
        while (await IsPutOff())
            await Task.Yield();
        (await Names()).ShouldBe([Fire]);
    }

    [Fact]
    public async Task An_instance_that_says_it_is_older_counts_until_it_was_not_seen_for_half_a_minute()
    {
        await Open();
        await _database.HasClock();
        using var other = new PostgresStore(_database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await other.Open(Cancel);
        await _database.Run(
            "insert into lockthat.instances (id, version, seen_at) values ('older', 2, lockthat.now())"
        );

        (await IsPutOff()).ShouldBeTrue();
        await _database.MoveClock(TimeSpan.FromSeconds(29));
        (await IsPutOff()).ShouldBeTrue();
        await _database.MoveClock(TimeSpan.FromSeconds(2));
        (await IsPutOff()).ShouldBeFalse();
        await other.Close(Cancel);
    }

    [Theory]
    [InlineData("LockThat 2")]
    [InlineData(ConnectionText.UsualName)]
    public async Task Instances_that_know_these_names_wait_for_nobody(string name)
    {
        await using var beside = await Connected(name);
        await Open();

        (await IsPutOff()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_version_from_before_the_table_of_instances_is_noted_there_while_it_is_connected()
    {
        await using (await Connected("LockThat 2"))
            await Open();

        (
            await _database.Ask<string>(
                "select string_agg(version::text, ' ' order by version) from lockthat.instances"
            )
        ).ShouldBe($"3 {Schema.Version}");
    }

    private async Task<bool> IsPutOff()
    {
        try
        {
            var fire = Some.For(TimeSpan.FromHours(1)) with { Name = Name(Fire) };
            (await Locks.Execute(Asks(Some.Ada), fire, Cancel)).ShouldHave<Locked>();
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    private async Task<NpgsqlConnection> Connected(string applicationName)
    {
        var connection = new NpgsqlConnection($"{_database.Patient};Application Name={applicationName};Pooling=false");
        await connection.OpenAsync(Cancel);
        return connection;
    }
}
