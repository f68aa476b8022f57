using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about people whose accounts ended.</summary>
internal static class FormerRows
{
    public static NpgsqlCommand Save(Workspace workspace, UserId user) =>
        Statement.Of(
            SqlText.SaveFormerMember,
            Statement.With(workspace.Team.Value),
            Statement.With(user.Value),
            Statement.With(workspace.OrgInstall?.Value)
        );

    public static NpgsqlCommand Delete(Workspace workspace, UserId user) =>
        Statement.Of(SqlText.DeleteFormerMember, Statement.With(workspace.Team.Value), Statement.With(user.Value));

    public static NpgsqlCommand Find(TeamId team, IReadOnlyCollection<UserId> people, TimeSpan since) =>
        Statement.Of(
            SqlText.FindFormerMembers,
            Statement.With(team.Value),
            Statement.With(people.Select(user => user.Value).ToArray()),
            Statement.With(since)
        );

    public static NpgsqlCommand List() => Statement.Of(SqlText.ReadFormerMembers);

    public static FormerMember Read(NpgsqlDataReader row) =>
        new(ResourceRows.ReadWorkspace(row, 0, 2), new(row.GetString(1)), row.Instant(3));

    public static NpgsqlCommand Add(IReadOnlyList<FormerMember> members) =>
        Statement.Of(
            SqlText.AddFormerMembers,
            Statement.With(members.Select(member => member.Workspace.Team.Value).ToArray()),
            Statement.With(members.Select(member => member.User.Value).ToArray()),
            Statement.With(members.Select(member => member.Workspace.OrgInstall?.Value).ToArray()),
            Statement.With(members.Select(member => member.LeftAt.ToUniversalTime()).ToArray())
        );
}
