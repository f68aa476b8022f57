using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements about events: the tail, where a change writes its events, and the history, where they have
/// their positions.</summary>
internal static class EventRows
{
    // Any number will do that nobody else uses.
    private const long FilingLock = 0x4C6F_636B_4576_6E74;

    /// <summary>Team, organisation, resource, moment, person, kind and body of events, an array for each.</summary>
    public static IEnumerable<NpgsqlParameter> Columns(IReadOnlyList<ResourceEvent> events) =>
        [
            Statement.With(events.Select(one => one.Origin.Workspace.Team.Value).ToArray()),
            Statement.With(events.Select(one => one.Origin.Workspace.OrgInstall?.Value).ToArray()),
            Statement.With(events.Select(one => one.Origin.Id.Value).ToArray()),
            Statement.With(events.Select(one => one.Origin.At.ToUniversalTime()).ToArray()),
            Statement.With(events.Select(one => one.Origin.By.Responsible?.Value).ToArray()),
            Statement.With(events.Select(happened => EventKinds.Of(happened).Word).ToArray()),
            Statement.WithJson([.. events.Select(EventJson.Write)]),
        ];

    /// <summary>Files the first events of the tail. For all workspaces, it leaves the work to another filer that is at
    /// work; for one workspace, it waits for that filer.</summary>
    public static NpgsqlCommand File(int most, TeamId? only) =>
        Statement.Of(
            SqlText.FileEvents,
            Statement.With(most),
            Statement.With(only?.Value),
            Statement.With(FilingLock),
            Statement.With(only is not null)
        );

    /// <summary>The number of the newest event in the tail of a workspace; null when there is none.</summary>
    public static NpgsqlCommand NewestInTail(TeamId team) =>
        Statement.Of(SqlText.FindNewestInTail, Statement.With(team.Value));

    /// <summary>Whether an event up to this one is still in the tail.</summary>
    public static NpgsqlCommand IsInTail(TeamId team, long number) =>
        Statement.Of(SqlText.HasTailUpTo, Statement.With(team.Value), Statement.With(number));

    public static NpgsqlCommand Position(TeamId team) => Statement.Of(SqlText.FindPosition, Statement.With(team.Value));

    public static NpgsqlCommand After(TeamId team, long position, int most) =>
        Statement.Of(
            SqlText.ListEventsAfter,
            Statement.With(team.Value),
            Statement.With(position),
            Statement.With(most)
        );

    /// <summary>Each kind of question has its own statement, and so its own index.</summary>
    public static NpgsqlCommand Page(HistoryQuery query, int most)
    {
        var page = (query.Resource, query.Person, query.Group) switch
        {
            ({ }, _, _) => SqlText.ListPageOfResource,
            (_, { }, _) => SqlText.ListPageOfPerson,
            (_, _, { }) => SqlText.ListPageOfKinds,
            _ => SqlText.ListPage,
        };
        return Statement.Of(
            page,
            Statement.With(query.Team.Value),
            Statement.With(query.Before ?? long.MaxValue),
            Statement.With(most),
            Statement.With(EventKinds.WordsOf(query.Group).ToArray()),
            Statement.With(query.Person?.Value),
            Statement.With(query.Resource?.Value)
        );
    }

    public static NpgsqlCommand Prune(DateTimeOffset olderThan, int most) =>
        Statement.Of(SqlText.PruneEvents, Statement.With(olderThan.ToUniversalTime()), Statement.With(most));

    public static (long Position, ResourceEvent? Event) Read(NpgsqlDataReader row) =>
        (row.GetInt64(0), EventJson.Read(row.GetFieldValue<JsonElement>(1)));
}
