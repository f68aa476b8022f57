using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>Between the look at a resource and the writing of what was decided upon it, another instance is faster: it
/// is decided again.</summary>
public sealed class OvertakenTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly ResourceKey Beside = new(Some.Acme.Team, ResourceName.Of("beside"));

    private readonly List<Facts> _facts = [];
    private TestDatabase? _database;
    private PostgresStore? _one;
    private PostgresStore? _other;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostgresStore One => _one ?? throw new InvalidOperationException("Not open");

    private PostgresStore Other => _other ?? throw new InvalidOperationException("Not open");

    public async ValueTask InitializeAsync()
    {
        var database = _database = await server.Database("overtaken");
        _one = new(database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        _other = new(database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await One.Open(Cancel);
        await Other.Open(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in (PostgresStore[])[One, Other])
        {
            await store.Close(Cancel);
            store.Dispose();
        }
    }

    [Fact]
    public async Task By_a_change_of_it()
    {
        await Put(Other, Some.TestSiteKey, watcher: "U0FIRST");

        await Put(
            One,
            Some.TestSiteKey,
            watcher: "U0MINE",
            meanwhile: () => Put(Other, Some.TestSiteKey, watcher: "U0THEIRS")
        );

        _facts.Count.ShouldBe(2);
        await ShouldBeWatchedBy("U0FIRST", "U0THEIRS", "U0MINE");
    }

    [Fact]
    public async Task By_its_creation()
    {
        await Put(
            One,
            Some.TestSiteKey,
            watcher: "U0MINE",
            meanwhile: () => Put(Other, Some.TestSiteKey, watcher: "U0THEIRS")
        );

        _facts.Select(facts => facts.ResourcesInWorkspace).ShouldBe([0, 1]);
        await ShouldBeWatchedBy("U0THEIRS", "U0MINE");
    }

    [Fact]
    public async Task By_its_creation_while_something_else_is_deleted()
    {
        await Put(Other, Beside);

        await Put(
            One,
            Some.TestSiteKey,
            watcher: "U0MINE",
            meanwhile: async () =>
            {
                await Put(Other, Some.TestSiteKey, watcher: "U0THEIRS");
                await Delete(Other, Beside);
            }
        );

        _facts.Select(facts => facts.ResourcesInWorkspace).ShouldBe([1, 1]);
        await ShouldBeWatchedBy("U0THEIRS", "U0MINE");
    }

    [Fact]
    public async Task By_its_deletion()
    {
        await Put(Other, Some.TestSiteKey, watcher: "U0FIRST");

        await Put(One, Some.TestSiteKey, watcher: "U0MINE", meanwhile: () => Delete(Other, Some.TestSiteKey));

        await ShouldBeWatchedBy("U0MINE");
    }

    [Fact]
    public async Task By_its_deletion_and_another_of_the_same_name()
    {
        await Put(Other, Some.TestSiteKey, watcher: "U0FIRST");

        await Put(
            One,
            Some.TestSiteKey,
            watcher: "U0MINE",
            meanwhile: async () =>
            {
                await Delete(Other, Some.TestSiteKey);
                await Put(Other, Some.TestSiteKey, watcher: "U0THEIRS");
            }
        );

        await ShouldBeWatchedBy("U0THEIRS", "U0MINE");
    }

    [Fact]
    public async Task By_the_creation_of_another_that_takes_the_last_place()
    {
        await Put(One, Some.TestSiteKey, meanwhile: () => Put(Other, Beside));

        _facts.Select(facts => facts.ResourcesInWorkspace).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Not_by_what_happens_to_others_beside_it()
    {
        await Put(Other, Beside);
        await Put(Other, Some.TestSiteKey);

        await Put(One, Some.TestSiteKey, watcher: "U0MINE", meanwhile: () => Put(Other, Beside, watcher: "U0THEIRS"));

        _facts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notices_of_a_decision_that_did_not_hold_are_not_sent()
    {
        await Put(Other, Some.TestSiteKey);
        var overtaken = Meanwhile(() => Put(Other, Some.TestSiteKey, watcher: "U0THEIRS"));
        var notice = new Notice(Some.Acme, Some.Ada, Some.TestSite, Some.Noon, new NoticeContent.Deleted(Some.Bob));

        await One.Change(
            Some.TestSiteKey,
            (found, _) =>
            {
                overtaken();
                return Some.Becomes(found.Only, found.Only!.Watchers.IsEmpty ? [notice] : []);
            },
            Cancel
        );

        (await One.Statistics(Cancel)).Notices.ShouldBe(0);
    }

    [Fact]
    public async Task Who_waits_too_long_for_a_row_is_told_and_nobody_calls_it_an_outage()
    {
        using var faults = new KeptLog(LogLevel.Error);
        using var logs = LoggerFactory.Create(building => building.AddProvider(faults));
        using var hasty = new PostgresStore(
            $"{_database?.Connection};Timeout=60;Command Timeout=6",
            TimeProvider.System,
            logs.CreateLogger<PostgresStore>()
        );
        await hasty.Open(Cancel);
        await Put(One, Some.TestSiteKey);

        await using (var source = NpgsqlDataSource.Create((_database?.Patient).ShouldNotBeNull()))
        await using (var connection = await source.OpenConnectionAsync(Cancel))
        await using (await connection.BeginTransactionAsync(Cancel))
        await using (var paused = new NpgsqlCommand("select from lockthat.resources for update", connection))
        {
            await paused.ExecuteNonQueryAsync(Cancel);
            await Should.ThrowAsync<StoreUnavailableException>(() => Put(hasty, Some.TestSiteKey, watcher: "U0MINE"));
            // Which waits for whatever still waits for the row.
            await hasty.Close(Cancel);
        }

        faults.Lines.ShouldBeEmpty();
        await Put(One, Some.TestSiteKey, watcher: "U0LATER");
        await ShouldBeWatchedBy("U0LATER");
    }

    [Fact]
    public async Task A_place_that_is_freed_and_taken_in_one_breath_is_there()
    {
        var few = Some.Service(One, Some.Rules with { MaxResources = 1 });
        await Put(One, Some.TestSiteKey);
        using var go = new ManualResetEventSlim();
        // While this is decided what follows waits, so that it is decided together.
        var first = One.Change(
            Beside,
            (found, _) =>
            {
                go.Wait(Cancel);
                return Some.Becomes(found.Only);
            },
            Cancel
        );
        var deleted = few.Execute(Some.Ada.Asks("delete"), new Delete(Some.TestSite, Expected.Anything), Cancel);
        var created = few.Execute(Some.Ada.Asks("create"), new Create(Some.TestSite), Cancel);
        go.Set();

        await first;
        (await deleted).ShouldHave<Deleted>();
        (await created).ShouldHave<Created>();
        (await One.List(Some.Acme.Team, reader: null, Cancel)).Resources.ShouldHaveSingleItem();
    }

    /// <summary>Adds a watcher to what is there, and creates it when there is nothing; something happens before it is
    /// written for the first time.</summary>
    private Task Put(PostgresStore store, ResourceKey key, string? watcher = null, Func<Task>? meanwhile = null)
    {
        var happen = Meanwhile(meanwhile ?? (() => Task.CompletedTask));
        return store.Change(
            key,
            (found, facts) =>
            {
                if (store == One)
                    _facts.Add(facts);
                happen();
                var present = found.Only ?? Some.Resource(Some.Acme, key.Name);
                return Some.Becomes(
                    watcher is null ? present with { } : present with { Watchers = present.Watchers.Add(new(watcher)) }
                );
            },
            Cancel
        );
    }

    private static Task Delete(PostgresStore store, ResourceKey key) =>
        store.Change(key, (_, _) => Some.Becomes(null), Cancel);

    // A decision cannot wait for a task, so that a thread does.
    private static Action Meanwhile(Func<Task> once)
    {
        var isFirst = true;
        return () =>
        {
            if (isFirst)
                Task.Run(once, Cancel).Wait(Cancel);
            isFirst = false;
        };
    }

    private async Task ShouldBeWatchedBy(params string[] users) =>
        (await One.Find(Some.TestSiteKey, Cancel)).Resource!.Watchers.Select(watcher => watcher.Value).ShouldBe(users);
}
