using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.Postgres.Changes;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The work that is left on rows that an older version kept apart.</summary>
/// <param name="HasUnnamed">Whether rows have no name of their own yet.</param>
/// <param name="HasUntold">Whether people must be told of new names.</param>
internal readonly record struct TwinLook(bool HasUnnamed, bool HasUntold);

/// <summary>
/// The statements about twins: rows with keys of their own and the same name, as names are compared now. The first
/// keeps the name; the others are shown and found under one with a mark, which stands beside the name and the key that
/// older instances know.
/// </summary>
internal static class TwinRows
{
    /// <summary>The first version of the tables that has them: instances that know less cannot read a notice of a twin,
    /// nor every name.</summary>
    public const int Version = 3;

    private const int MostAtOnce = 100;

    public static NpgsqlCommand Look() => Statement.Of(SqlText.FindTwins);

    public static TwinLook ReadLook(NpgsqlDataReader row) => ReadLook(row, 0);

    public static TwinLook ReadLook(NpgsqlDataReader row, int column) =>
        new(row.GetBoolean(column), row.GetBoolean(column + 1));

    /// <summary>Prevents creating and deleting resources in a workspace that has rows without a name; returns it, or
    /// nothing when there is none.</summary>
    public static async Task<string> HoldTeam(NpgsqlConnection connection)
    {
        var teams = await connection.Read(Statement.Of(SqlText.FindTeamOfTwins), row => row.GetString(0));
        if (teams is not [var team])
            return "";
        await connection.Execute(Statement.Of(SqlText.HoldWorkspace, Statement.With(team)));
        return team;
    }

    /// <summary>Names rows of a workspace that is held; returns whether there was any.</summary>
    public static async Task<bool> Name(NpgsqlConnection connection, string team)
    {
        var rows = await connection.Read(
            Statement.Of(SqlText.HoldTwins, Statement.With(team), Statement.With(MostAtOnce)),
            row => (Now: row.Instant(0), Key: row.GetString(1), Resource: ResourceRows.ReadResource(new(team), row, 2))
        );
        foreach (var (now, key, resource) in rows)
            await Name(connection, now, key, resource);
        return rows.Count > 0;
    }

    /// <summary>Makes waiting notices available, when no instance runs that could not read them.</summary>
    public static NpgsqlCommand Tell() => Statement.Of(SqlText.TellTwins);

    private static async Task Name(NpgsqlConnection connection, DateTimeOffset now, string key, Resource resource)
    {
        // The holder of the name may be gone by now.
        var first = await Named(connection, resource.Key);
        var name = resource.Name;
        for (
            var number = 2;
            first is not null && await Named(connection, resource.Key with { Name = name }) is not null;
            number++
        )
            name = resource.Name.Marked(number);
        await connection.Execute(Named(resource.Workspace.Team, key, name, first is null ? null : name.Display));
        if (first is not null && resource.Lease is { Holder.Responsible: { } person } lease && !lease.HasEnded(now))
            await connection.Execute(
                Wait(new(resource.Workspace, person, name, now, new NoticeContent.Twin(lease, first)))
            );
    }

    private static async Task<ResourceName?> Named(NpgsqlConnection connection, ResourceKey key) =>
        (await BatchRows.Look(connection, [key]))[0].Resource?.Name;

    private static NpgsqlCommand Named(TeamId team, string key, ResourceName name, string? shown) =>
        Statement.Of(
            SqlText.NameTwin,
            Statement.With(team.Value),
            Statement.With(key),
            Statement.With(name.Identity),
            Statement.With(shown)
        );

    private static NpgsqlCommand Wait(Notice notice) =>
        Statement.Of(
            SqlText.KeepUntold,
            Statement.With(notice.Workspace.Team.Value),
            Statement.With(notice.To.Address),
            Statement.With(notice.Workspace.OrgInstall?.Value),
            Statement.With(notice.At.ToUniversalTime()),
            Statement.WithJson(NoticeJson.Write(notice))
        );
}
