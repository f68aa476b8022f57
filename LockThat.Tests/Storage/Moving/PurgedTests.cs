using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Storage.Rows;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Storage.Moving;

/// <summary>A workspace leaves with all of its rows, in every table.</summary>
public sealed class PurgedTests(PostgresServer server) : MigrateTest(server, "purged")
{
    private static readonly InstallKey Grid = new("E0GRID");
    private static readonly TeamId Team = new("T0GRID001");

    [Fact]
    public async Task The_list_of_tables_says_of_each_whether_its_rows_belong_to_workspaces()
    {
        await Fill(File);

        var rows = await Rows(File);

        rows.Select(row => row.Table).Distinct().ShouldBe(StoredTables.All, ignoreOrder: true);
        foreach (var row in rows)
            row.Table.IsOfWorkspaces.ShouldBe(TeamOf(row) is not null, row.Table.Name);
    }

    [Fact]
    public async Task A_file_has_nothing_of_a_purged_workspace_and_all_of_the_others()
    {
        await Fill(File);
        var before = await Rows(File);
        before.Where(IsOfThem).Select(row => row.Table).Distinct().ShouldBe(PurgedRows.Tables, ignoreOrder: true);

        await InFile(File, Purge);
        await InFile(File, store => store.Forget(InstallKey.Of(Some.Globex), Some.Globex.Team, Cancel));

        var after = await Rows(File);
        after.Where(IsOfThem).ShouldBeEmpty();
        after.Count.ShouldBe(before.Count(row => !IsOfThem(row)));

        static bool IsOfThem(StoredRow row) =>
            TeamOf(row) is { } team && new[] { Team, Some.Globex.Team }.Contains(new(team));
    }

    [Fact]
    public async Task A_database_has_nothing_of_a_purged_workspace_and_all_of_the_others()
    {
        var database = await Filled();
        var tables = await Tables(database, "team");
        foreach (var table in tables)
            (await Count(database, table, "team =")).ShouldBeGreaterThan(0, $"{table}: nothing is put there");
        var others = await Others();

        await InDatabase(database.Connection, Purge);

        foreach (var table in tables)
            (await Count(database, table, "team =")).ShouldBe(0, table);
        (await Others()).ShouldBe(others);

        async Task<long[]> Others() =>
            await Task.WhenAll(tables.Select(table => Count(database, table, "team is distinct from")));
    }

    [Fact]
    public async Task A_workspace_of_an_organisation_is_found_in_whichever_table_a_row_is_left()
    {
        var database = await Filled();
        var tables = await Tables(database, "org");
        foreach (var table in tables)
            await database.Run($"update lockthat.{table} set team = 'T0{table}' where team = '{Team}'");

        await InDatabase(
            database.Connection,
            async store =>
                (await store.TeamsOf(new(Grid.Value), Cancel))
                    .Select(team => team.Value)
                    .ShouldBe(tables.Select(table => $"T0{table}"), ignoreOrder: true)
        );
    }

    /// <summary>A database with everything, a notice that waits for the end of older instances included.</summary>
    private async Task<TestDatabase> Filled()
    {
        var database = new TestDatabase(await Database());
        await InDatabase(database.Connection, store => Moving.Filled.Fill(store, TimeProvider.System.GetUtcNow()));
        await database.Run(
            "insert into lockthat.untold (team, user_id, org, at, body) select team, user_id, org, at, body from lockthat.notices"
        );
        return database;
    }

    private static async Task Purge(IInstallStore store)
    {
        await store.Change(Grid, (_, now) => new(Grid) { LeftAt = now, IsPurging = true }, Cancel);
        await store.Forget(Grid, Team, Cancel);
    }

    private static string? TeamOf(StoredRow row)
    {
        using var json = JsonDocument.Parse(row.Table.Write(row));
        return json.RootElement.TryGetProperty("team", out var team) ? team.GetString() : null;
    }

    /// <summary>The tables that have a column of this name.</summary>
    private static async Task<string[]> Tables(TestDatabase database, string column) => (
            await database.Ask<string>(
                $"""
                select string_agg(table_name, ' ' order by table_name) from information_schema.columns
                where table_schema = 'lockthat' and column_name = '{column}'
                """
            )
        ).ShouldNotBeNull().Split(' ');

    private static Task<long> Count(TestDatabase database, string table, string condition) =>
        database.Ask<long>($"select count(*) from lockthat.{table} where {condition} '{Team}'");
}
