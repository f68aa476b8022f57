using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>While instances are replaced one by one, those of the version before and those of this one do the same to
/// the same resources.</summary>
public sealed partial class OlderInstanceTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly int Acts = Rounds.Of("ACTS_BESIDE", 250);
    private static readonly ResourceName[] Names = [ResourceName.Of("a"), ResourceName.Of("b—c")];
    private static readonly UserId[] People = [Some.Ada, Some.Bob, Some.Cleo];

    private readonly Random _random = new(20_261_130);
    private readonly List<ResourceEvent> _happened = [];
    private TestDatabase _database = new("");
    private PostgresStore? _store;
    private OlderInstance? _older;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostgresStore Newer => _store ?? throw new InvalidOperationException("Not open");

    private OlderInstance Older => _older ?? throw new InvalidOperationException("Not open");

    public async ValueTask InitializeAsync()
    {
        _database = await server.Database("beside");
        _store = new(_database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await _store.Open(Cancel);
        await _database.HasClock();
        _older = new(_database.Patient);
    }

    public async ValueTask DisposeAsync()
    {
        await (_older?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_store?.Close(CancellationToken.None) ?? Task.CompletedTask);
        _store?.Dispose();
    }

    [Fact]
    public async Task Whatever_they_do_in_turns_both_see_the_same_and_ids_stay()
    {
        for (var act = 0; act < Acts; act++)
        {
            var name = Names[_random.Next(Names.Length)];
            var before = await Stored(name);
            var (asker, command) = Act(name, act);
            var isNewer = _random.Next(2) == 0;
            var outcome = await Execute(isNewer, asker, command);
            if (outcome is Outcome.Accepted(var happened) && !IsDoneBefore(before, asker))
                _happened.Add(happened);

            var after = await ShouldBeSeenAlike(name);
            if (before is not null && after is not null)
                (after.Id == before.Id).ShouldBeTrue($"{act}: {command} changed the id");
            if (outcome is Outcome.Accepted && after is not null && command is not (Watch or Unwatch))
                await ShouldChangeNothingAgain(!isNewer, asker, command, after);
            if (_random.Next(5) == 0)
                await _database.MoveClock(TimeSpan.FromMinutes(_random.Next(40)));
        }

        (await _database.Ask<int>("select resources from lockthat.workspaces")).ShouldBe(
            (int)await _database.Ask<long>("select count(*) from lockthat.resources")
        );
        await ShouldHaveKeptWhatTheyDid();
    }

    [Fact]
    public async Task What_is_created_by_the_older_has_an_id_and_another_one_when_it_is_created_again()
    {
        var ids = new List<ResourceId>();
        for (var round = 0; round < 3; round++)
        {
            await Older.Execute(Some.Ada.Asks($"create-{round}"), new Create(Names[0]));
            ids.Add((await Stored(Names[0])).ShouldNotBeNull().Id);
            (await Newer.Find(Some.Acme.Team, ids[^1], Cancel)).Resource.ShouldNotBeNull().Name.ShouldBe(Names[0]);
            await Older.Execute(Some.Ada.Asks($"delete-{round}"), new Delete(Names[0], Expected.Anything));
        }

        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Both_at_once_lose_nothing()
    {
        const int Each = 40;
        await Execute(isNewer: true, Some.Ada.Asks("first"), Some.For(TimeSpan.FromHours(1)) with { Name = Names[0] });

        await Task.WhenAll(
            Enumerable
                .Range(0, 2 * Each)
                .Select(number =>
                    Execute(
                        number % 2 == 0,
                        new UserId($"U{number}").Asks($"watch-{number}"),
                        new Watch(Names[0], Expected.Anything)
                    )
                )
        );

        (await ShouldBeSeenAlike(Names[0])).ShouldNotBeNull().Watchers.Length.ShouldBe(2 * Each);
    }

    private (Asker, ResourceCommand) Act(ResourceName name, int act)
    {
        var asker = People[_random.Next(People.Length)].Asks($"act-{act}");
        var time = TimeSpan.FromMinutes(_random.Next(1, 90));
        return (
            asker,
            _random.Next(9) switch
            {
                0 or 1 => Some.For(time) with { Name = name },
                2 => Some.Override(time) with { Name = name },
                3 => new Unlock(name, IsOverride: true, Expected.Anything),
                4 => new Extend(name, time, Expected.Anything),
                5 => new Watch(name, Expected.Anything),
                6 => new Unwatch(name),
                7 => new Delete(name, Expected.Anything),
                _ => new Create(name),
            }
        );
    }

    private Task<Outcome> Execute(bool isNewer, Asker asker, ResourceCommand command) =>
        isNewer ? Some.Service(Newer).Execute(asker, command, Cancel) : Older.Execute(asker, command);

    private async Task<Resource?> Stored(ResourceName name) =>
        (await Newer.Find(new ResourceKey(Some.Acme.Team, name), Cancel)).Resource;

    private async Task<Resource?> ShouldBeSeenAlike(ResourceName name)
    {
        var (newer, older) = (await Stored(name), await Older.Stored(new(Some.Acme.Team, name)));
        (older?.Lease).ShouldBe(newer?.Lease);
        (older?.Watchers ?? []).ShouldBe(newer?.Watchers ?? []);
        (older?.Last?.Request).ShouldBe(newer?.Last?.Request);
        return newer;
    }

    private async Task ShouldChangeNothingAgain(bool isNewer, Asker asker, ResourceCommand command, Resource after)
    {
        (await Execute(isNewer, asker, command)).ShouldBeOfType<Outcome.Accepted>($"{command}");
        var again = await Stored(after.Name);
        (again?.Lease).ShouldBe(after.Lease);
        (again?.Watchers ?? []).ShouldBe(after.Watchers);
    }

    private static bool IsDoneBefore(Resource? before, Asker asker) => before?.Last?.Request == asker.Request;

    /// <summary>An end that somebody came upon is kept beside it.</summary>
    private async Task ShouldHaveKeptWhatTheyDid()
    {
        while (await Newer.File(100, Cancel) > 0) { }
        var kept = new List<StoredEvent>();
        while (await Newer.After(Some.Acme.Team, kept.Count, 100, Cancel) is { Count: > 0 } some)
            kept.AddRange(some);
        kept.Select(stored => stored.Position).ShouldBe(Enumerable.Range(1, kept.Count).Select(at => (long)at));
        kept.Select(stored => stored.Event)
            .Where(happened => happened is not Ended)
            .Select(Alike.Of)
            .ShouldBe(_happened.Where(happened => happened.IsKept).Select(Alike.Of));
    }
}
