using System.Text.Json;
using LockThat.App.Installs;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about installations, and about ids that can be redeemed once.</summary>
internal static class InstallRows
{
    /// <summary>Makes other decisions upon this installation wait until the end of the transaction, even when it does
    /// not exist yet.</summary>
    public static NpgsqlCommand Hold(InstallKey key) =>
        Statement.Of(SqlText.HoldInstallation, Statement.With(key.Value));

    public static NpgsqlCommand Find(InstallKey key) =>
        Statement.Of(SqlText.FindInstallation, Statement.With(key.Value));

    public static (Installation? Installation, DateTimeOffset Now) ReadFound(NpgsqlDataReader row) =>
        (row.IsDBNull(1) ? null : Read(row, 1), row.Instant(0));

    public static NpgsqlCommand Some(IEnumerable<InstallKey> keys) =>
        Statement.Of(SqlText.FindInstallations, Statement.With(keys.Select(key => key.Value).Distinct().ToArray()));

    public static NpgsqlCommand List() => Statement.Of(SqlText.ListInstallations);

    public static Installation Read(NpgsqlDataReader row, int column) =>
        InstallJson.Read(row.GetString(column), row.GetFieldValue<JsonElement>(column + 1));

    public static NpgsqlCommand Save(Installation installation) =>
        Statement.Of(
            SqlText.SaveInstallation,
            Statement.With(installation.Key.Value),
            Statement.WithJson(InstallJson.Write(installation))
        );

    public static NpgsqlCommand Delete(InstallKey key) =>
        Statement.Of(SqlText.DeleteInstallation, Statement.With(key.Value));

    /// <summary>Returns a row for the first call alone. Ids that have run out are deleted on the way.</summary>
    public static NpgsqlCommand Redeem(string id, DateTimeOffset until) =>
        Statement.Of(SqlText.Redeem, Statement.With(id), Statement.With(until.ToUniversalTime()));
}
