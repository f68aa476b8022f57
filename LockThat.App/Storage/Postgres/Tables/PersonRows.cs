using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about people.</summary>
internal static class PersonRows
{
    public static NpgsqlCommand List() => Statement.Of(SqlText.ListPeople);

    public static NpgsqlCommand Find(TeamId team, UserId user) =>
        Statement.Of(SqlText.FindPerson, Statement.With(team.Value), Statement.With(user.Value));

    public static NpgsqlCommand Save(KnownPerson person) =>
        Statement.Of(
            SqlText.SavePerson,
            Statement.With(person.Workspace.Team.Value),
            Statement.With(person.User.Value),
            Statement.With(person.Workspace.OrgInstall?.Value),
            Statement.With(person.Zone),
            Statement.With(person.KnownAt.ToUniversalTime())
        );

    public static NpgsqlCommand ChangeZone(Workspace workspace, UserId user, string? zone, DateTimeOffset at)
    {
        NpgsqlParameter[] whoAndWhen =
        [
            Statement.With(workspace.Team.Value),
            Statement.With(user.Value),
            Statement.With(workspace.OrgInstall?.Value),
            Statement.With(at.ToUniversalTime()),
        ];
        return zone is null
            ? Statement.Of(SqlText.ForgetPerson, whoAndWhen)
            : Statement.Of(SqlText.SetZone, [.. whoAndWhen, Statement.With(zone)]);
    }

    public static KnownPerson Read(NpgsqlDataReader row) =>
        new(ResourceRows.ReadWorkspace(row, 0, 2), new(row.GetString(1)), row.GetString(3), row.Instant(4));
}
