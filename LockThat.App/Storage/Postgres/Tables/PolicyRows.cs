using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about the rules of teams, which stand in the row of their workspace.</summary>
internal static class PolicyRows
{
    /// <summary>The first version of the tables that has them: instances that know less follow no rules of
    /// teams.</summary>
    public const int Version = 6;

    public static NpgsqlCommand Find(TeamId team) => Statement.Of(SqlText.FindPolicy, Statement.With(team.Value));

    public static TeamPolicy Read(NpgsqlDataReader row) => row.GetFieldValue<JsonElement>(0).ToPolicy();

    /// <summary>Saves the rules of a team; a team without rules of its own has none.</summary>
    public static NpgsqlCommand Save(TeamId team, TeamPolicy policy) =>
        Statement.Of(
            SqlText.SavePolicy,
            Statement.With(team.Value),
            Statement.WithJson(policy == TeamPolicy.None ? null : PolicyJson.Write(policy))
        );
}
