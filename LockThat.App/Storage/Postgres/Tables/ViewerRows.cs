using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about people who have opened the Home.</summary>
internal static class ViewerRows
{
    public static NpgsqlCommand List() => Statement.Of(SqlText.ListViewers);

    public static async Task<IReadOnlyList<Viewer?>> Find(
        NpgsqlConnection connection,
        IReadOnlyList<(TeamId Team, UserId User)> who
    )
    {
        var found = await connection.Read(
            Statement.Of(
                SqlText.FindViewers,
                Statement.With(who.Select(one => one.Team.Value).ToArray()),
                Statement.With(who.Select(one => one.User.Value).ToArray())
            ),
            row => Read(row) with { IsOnHome = row.GetBoolean(6) }
        );
        var byPerson = found.ToDictionary(viewer => (viewer.Workspace.Team, viewer.User));
        return [.. who.Select(byPerson.GetValueOrDefault)];
    }

    public static NpgsqlCommand Save(Viewer viewer) =>
        Statement.Of(
            SqlText.SaveViewer,
            Statement.With(viewer.Workspace.Team.Value),
            Statement.With(viewer.User.Value),
            Statement.With(viewer.Workspace.OrgInstall?.Value),
            Statement.With(viewer.OpenedAt.ToUniversalTime()),
            Statement.With(viewer.Page),
            Statement.With(viewer.Filter)
        );

    /// <summary>The drawing that ends last counts. When two instances draw at once and the older state arrives last,
    /// that Home is behind, and is drawn again.</summary>
    public static NpgsqlCommand Show(TeamId team, UserId user, long revision) =>
        Statement.Of(
            SqlText.SetShown,
            Statement.With(team.Value),
            Statement.With(user.Value),
            Statement.With(revision)
        );

    public static NpgsqlCommand Forget(TeamId team, UserId user) =>
        Statement.Of(SqlText.ForgetViewer, Statement.With(team.Value), Statement.With(user.Value));

    /// <summary>
    /// The Homes that are behind and that no other instance draws, claimed for this instance. The revision of a
    /// workspace is computed only where something may be behind: where something has changed of late, where a Home was
    /// never drawn, and in the given workspaces.
    /// </summary>
    /// <param name="everywhere">Whether to compute it for every workspace where somebody looks.</param>
    public static NpgsqlCommand ClaimBehind(
        DateTimeOffset openedSince,
        IEnumerable<TeamId> alsoIn,
        bool everywhere,
        string instance
    ) =>
        Statement.Of(
            SqlText.ClaimViewersBehind,
            Statement.With(openedSince.ToUniversalTime()),
            Statement.With(alsoIn.Select(team => team.Value).ToArray()),
            Statement.With(everywhere),
            Statement.With(instance)
        );

    public static Viewer Read(NpgsqlDataReader row) =>
        new(
            ResourceRows.ReadWorkspace(row, 0, 2),
            new(row.GetString(1)),
            row.Instant(3),
            row.GetInt32(4),
            row.GetString(5)
        );

    public static (Viewer Viewer, bool IsMine) ReadBehind(NpgsqlDataReader row) => (Read(row), row.GetBoolean(6));
}
