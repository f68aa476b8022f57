using CsCheck;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Operator;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Locks.Names;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A database in which an older version kept apart what is one name now, and which an older instance goes on
/// using beside this one.</summary>
public sealed partial class TwinsTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _database = new("");
    private PostgresStore _store = new("", TimeProvider.System, NullLogger<PostgresStore>.Instance);
    private int _requests;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LockService Locks => Some.Service(_store);

    public async ValueTask InitializeAsync()
    {
        _database = await server.Database("twins");
        await Open();
        await Close();
        await _database.Run(
            """
            drop function lockthat.name_resource, lockthat.folded, lockthat.mark cascade;
            drop function lockthat.end_line, lockthat.note_line, lockthat.part_of_line cascade;
            drop table lockthat.untold, lockthat.tail, lockthat.events, lockthat.positions, lockthat.instances;
            drop table lockthat.waits, lockthat.people, lockthat.former_members; alter table lockthat.workspaces drop column policy;
            alter table lockthat.resources drop column identity, drop column shown, drop column id;
            alter table lockthat.resources drop column head, drop column waiting;
            update lockthat.schema set version = 2
            """
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Both_are_there_and_the_second_has_a_mark_by_which_it_is_found()
    {
        await Older("bob’s-phone", Some.Bob);
        await Older("bob's-phone", Some.Ada);
        await Older("bob“s—phone", Some.Cleo);
        await Open();

        for (var start = 0; start < 2; start++)
        {
            (await Names()).ShouldBe(["bob's-phone", "bob’s-phone~2", "bob“s—phone~3"], ignoreOrder: true);
            (await Holder("bob’s-phone")).ShouldBe(Some.Ada);
            (await Holder("bob's—phone~2")).ShouldBe(Some.Bob);
            (await Holder("bob's-phone~3")).ShouldBe(Some.Cleo);
            await Close();
            await Open();
        }
    }

    [Fact]
    public async Task The_second_is_changed_where_the_older_instance_finds_it()
    {
        await Older("a-b", Some.Ada);
        await Older("a—b", Some.Bob);
        await Open();

        (
            await Locks.Execute(Asks(Some.Bob), new Unlock(Name("a-b~2"), IsOverride: false, Expected.Anything), Cancel)
        ).ShouldHave<Unlocked>();
        (
            await Locks.Execute(Asks(Some.Cleo), Some.For(TimeSpan.FromHours(1)) with { Name = Name("a-b~2") }, Cancel)
        ).ShouldHave<Locked>();

        (
            await _database.Ask<string>(
                "select name || ' ' || (state -> 'lease' ->> 'holder') from lockthat.resources where name_key = 'A—B'"
            )
        ).ShouldBe($"a—b {Some.Cleo}");
        (await Holder("a-b")).ShouldBe(Some.Ada);
    }

    [Fact]
    public async Task What_an_older_instance_creates_beside_is_found_and_makes_no_second_one()
    {
        await Open();
        await Older("api—staging", Some.Ada);
        (
            await Locks.Execute(
                Asks(Some.Bob),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = Name("api--staging"),
                },
                Cancel
            )
        ).ShouldBeRefused<Refusal.HeldBy>();
        (await Names()).ShouldBe(["api—staging"]);
    }

    [Fact]
    public async Task A_twin_that_an_older_instance_makes_is_shown_with_a_mark_within_a_second()
    {
        await Open();
        await Locks.Execute(Asks(Some.Ada), Some.For(TimeSpan.FromHours(1)) with { Name = Name("a—b") }, Cancel);
        await Older("a-b", Some.Bob);
        (await Names()).ShouldBe(["a—b"]);

        await Locks.ProcessAllDue(Cancel);

        (await Names()).ShouldBe(["a—b", "a-b~2"], ignoreOrder: true);
        (await Holder("a-b")).ShouldBe(Some.Ada);
        (await Holder("a-b~2")).ShouldBe(Some.Bob);
        (await Told()).ShouldBe([(Some.Bob, "a-b~2", "a—b")]);
    }

    [Fact]
    public async Task The_name_of_a_first_that_is_gone_can_be_given_anew()
    {
        await Open();
        await Locks.Execute(Asks(Some.Ada), new Create(Name("a—b")), Cancel);
        await Older("a-b", Some.Bob);
        await Locks.ProcessAllDue(Cancel);
        await Locks.Execute(Asks(Some.Ada), new Delete(Name("a-b"), Expected.Anything), Cancel);

        (
            await Locks.Execute(Asks(Some.Cleo), Some.For(TimeSpan.FromHours(1)) with { Name = Name("a-b") }, Cancel)
        ).ShouldHave<Locked>();
        (
            await Locks.Execute(
                Asks(Some.Cleo),
                new Extend(Name("a—b"), TimeSpan.FromHours(1), Expected.Anything),
                Cancel
            )
        ).ShouldHave<Extended>();

        (await Holder("a–b")).ShouldBe(Some.Cleo);
        (await Holder("a-b~2")).ShouldBe(Some.Bob);
        (await Names()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_holder_of_the_second_is_told_once_and_not_while_an_older_instance_runs()
    {
        await Older("a-b", Some.Ada);
        await Older("a—b", Some.Bob);
        await using (await Connected(OldestName))
        {
            await Open();
            await Locks.ProcessAllDue(Cancel);
            (await _store.Statistics(Cancel)).Notices.ShouldBe(0);
        }

        await Locks.ProcessAllDue(Cancel);
        (await _store.Statistics(Cancel)).Notices.ShouldBe(0, "it was seen a moment ago");
        await _database.HasClock();
        await _database.MoveClock(Unseen);
        using var other = new PostgresStore(_database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await other.Open(Cancel);
        while ((await _store.Statistics(Cancel)).Notices == 0)
            await Task.WhenAll(Locks.ProcessAllDue(Cancel), Some.Service(other).ProcessAllDue(Cancel));
        (await Told()).ShouldBe([(Some.Bob, "a—b~2", "a-b")]);
        await Locks.ProcessAllDue(Cancel);
        (await _store.Statistics(Cancel)).Notices.ShouldBe(0);
        await other.Close(Cancel);
    }

    [Fact]
    public async Task An_end_comes_to_twins_as_to_others()
    {
        await Older("a-b", Some.Ada, ends: "-1 minute");
        await Older("a—b", Some.Bob, ends: "-1 minute");
        await Open();
        (await Locks.ProcessAllDue(Cancel)).ShouldBe(2);
        (await Holder("a-b")).ShouldBeNull();
        (await Holder("a-b~2")).ShouldBeNull();
    }

    [Fact]
    public async Task They_move_to_a_file_under_the_names_that_are_shown()
    {
        await Older("a-b", Some.Ada);
        await Older("a—b", Some.Bob);
        await Open();
        await Close();
        using var folder = new StoreFolder();
        (await Moved(folder)).Line.ShouldContain("was used last by an older LockThat");

        await Open();
        await Locks.ProcessAllDue(Cancel);
        await Close();
        (await Moved(folder)).IsDone.ShouldBeTrue();

        var file = new LiteDbStore(folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        await file.Open(Cancel);
        (await file.List(Some.Acme.Team, reader: null, Cancel))
            .Resources.Select(resource => (resource.Name.Display, resource.Lease?.Holder))
            .ShouldBe([("a-b", Some.Ada), ("a—b~2", Some.Bob)]);
        (await file.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Content.ShouldBeOfType<NoticeContent.Twin>();
        await file.Close(Cancel);
    }

    [Fact]
    public async Task The_database_folds_names_as_the_app_does()
    {
        await Open();
        var names = Some
            .Text.Array[3_000]
            .Single()
            .Concat(Spelled.Twice.Array[500].Single().Select(pair => pair.One.Display))
            .Concat(
                Enumerable.Range(0, 0x11000).Select(code => $"a{(char.IsSurrogate((char)code) ? '-' : (char)code)}b")
            )
            .Select(ResourceName.Parse)
            .OfType<NameParse.Parsed>()
            .Select(parsed => parsed.Name)
            .ToArray();

        await using var source = NpgsqlDataSource.Create(_database.Patient);
        await using var command = source.CreateCommand(
            "select lockthat.folded(key) from unnest($1) with ordinality as t (key, number) order by number"
        );
        command.Parameters.AddWithValue(names.Select(name => name.FormerIdentity).ToArray());
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        foreach (var name in names)
        {
            (await reader.ReadAsync(Cancel)).ShouldBeTrue();
            reader.GetString(0).ShouldBe(name.Identity);
        }
    }

    // Just what older versions write.
    private Task Older(string name, UserId holder, string ends = "9 days") =>
        _database.Run(
            $$"""
            with moment as (select lockthat.now() + interval '{{ends}}' as until), one as (
                insert into lockthat.workspaces (team, resources) values ('{{Some.Acme.Team}}', 1)
                on conflict (team) do update set resources = workspaces.resources + 1
            )
            insert into lockthat.resources (team, name_key, name, org, state, due_at, version, changed_at)
            select '{{Some.Acme.Team}}', '{{Quoted(Name(name).FormerIdentity)}}', '{{Quoted(name)}}', null,
                jsonb_build_object('lease', jsonb_build_object('id', 'lease-{{holder}}', 'holder', '{{holder}}', 'since', 1, 'until', ms)),
                until, nextval('lockthat.versions'), lockthat.now()
            from moment, lateral (select (extract(epoch from until) * 1000)::bigint as ms) as milliseconds
            """
        );

    private Task<CommandReport> Moved(StoreFolder folder) =>
        MigrateCommand.Run(_database.Patient, folder.Data, TextWriter.Null, TimeProvider.System, Cancel);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static ResourceName Name(string name) => ResourceName.Of(name);

    private Asker Asks(UserId user) => user.Asks($"r{++_requests}");

    private async Task<List<string>> Names() =>
        [.. (await Locks.List(Some.Acme, Cancel)).Resources.Select(resource => resource.Name.Display)];

    private async Task<UserId?> Holder(string name) =>
        (await Locks.Find(Some.Acme, Name(name), Cancel))?.Lease?.Holder.Responsible;

    private async Task<List<(UserId To, string Name, string Other)>> Told()
    {
        var told = await _store.ClaimNotices(9, Cancel);
        foreach (var one in told)
            await _store.Delivered(one, Cancel);
        return
        [
            .. told.Select(one =>
                (
                    new UserId(one.Notice.To.Address),
                    one.Notice.Resource.Display,
                    ((NoticeContent.Twin)one.Notice.Content).Other.Display
                )
            ),
        ];
    }

    private async Task Open()
    {
        _store = new PostgresStore(_database.Patient, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await _store.Open(Cancel);
    }

    private async Task Close()
    {
        await _store.Close(CancellationToken.None);
        _store.Dispose();
    }
}
