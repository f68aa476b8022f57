using System.Text.Json;
using LockThat.App.Installs;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about installations, and about what can be redeemed once.</summary>
internal static class InstallRows
{
    /// <summary>Makes whoever decides upon this installation wait until the end of the transaction, also when there is
    /// none yet.</summary>
    public static NpgsqlCommand Hold(InstallKey key) =>
        Statement.Of(
            "select pg_advisory_xact_lock(hashtextextended('lockthat installation ' || $1, 0))",
            Statement.With(key.Value)
        );

    public static NpgsqlCommand Find(InstallKey key) =>
        Statement.Of(
            "select lockthat.now(), i.key, i.body from (select 1) as one left join lockthat.installations i on i.key = $1",
            Statement.With(key.Value)
        );

    public static (Installation? Installation, DateTimeOffset Now) ReadFound(NpgsqlDataReader row) =>
        (row.IsDBNull(1) ? null : Read(row, 1), row.Instant(0));

    public static NpgsqlCommand Some(IEnumerable<InstallKey> keys) =>
        Statement.Of(
            "select key, body from lockthat.installations where key = any($1)",
            Statement.With(keys.Select(key => key.Value).Distinct().ToArray())
        );

    public static NpgsqlCommand List() => Statement.Of("select key, body from lockthat.installations order by key");

    public static Installation Read(NpgsqlDataReader row, int column) =>
        InstallJson.Read(row.GetString(column), row.GetFieldValue<JsonElement>(column + 1));

    public static NpgsqlCommand Save(Installation installation) =>
        Statement.Of(
            "insert into lockthat.installations (key, body) values ($1, $2) on conflict (key) do update set body = $2",
            Statement.With(installation.Key.Value),
            Statement.WithJson(InstallJson.Write(installation))
        );

    public static NpgsqlCommand Delete(InstallKey key) =>
        Statement.Of("delete from lockthat.installations where key = $1", Statement.With(key.Value));

    /// <summary>Returns a row for the first alone. What has run out is forgotten on the way.</summary>
    public static NpgsqlCommand Redeem(string id, DateTimeOffset until) =>
        Statement.Of(
            """
            with moment as materialized (
                select lockthat.now() as now
            ), over as (
                select id from lockthat.redeemed where until <= (select now from moment) and id <> $1 for update skip locked
            ), forgotten as (
                delete from lockthat.redeemed r using over o where r.id = o.id
            )
            insert into lockthat.redeemed as r (id, until) select $1, $2 from moment where $2 > now
            on conflict (id) do update set until = excluded.until where r.until <= (select now from moment)
            returning true
            """,
            Statement.With(id),
            Statement.With(until.ToUniversalTime())
        );
}
