using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.History;

/// <summary>Events on their way to the history file and back.</summary>
internal static class HistoryPages
{
    public static HistoryEntry ToEntry(long position, ResourceEvent happened) =>
        new(
            position,
            happened.Origin.At.ToUnixTimeMilliseconds(),
            new(
                EntryKeys.Of(happened.Origin.Id.Value),
                EntryKeys.Of(happened.Origin.By.Responsible?.Value),
                EntryKeys.Of(EventKinds.Of(happened).Word)
            ),
            EventJson.Write(happened)
        );

    /// <summary>Null for an event of a kind that only a later version knows.</summary>
    public static StoredEvent? ToStored(HistoryEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Body);
        return EventJson.Read(json.RootElement) is { } happened ? new(entry.Position, happened) : null;
    }

    /// <summary>The newest event of each workspace that has one.</summary>
    public static IReadOnlyList<StoredEvent> NewestOfEachTeam(HistoryFile file) =>
        [.. file.Teams.Select(team => NewestOf(file, team)).OfType<StoredEvent>()];

    /// <summary>The newest event of a workspace; null when there is none.</summary>
    public static StoredEvent? NewestOf(HistoryFile file, string team) =>
        file.Page(new HistorySearch(team), most: 1) is [var newest] ? ToStored(newest) : null;

    /// <summary>Adds batches that the file does not have yet, and returns the number of their events.</summary>
    public static int File(HistoryFile file, IReadOnlyList<TailRow> batches)
    {
        var events = batches.Where(row => row.Number > file.FiledUpTo).SelectMany(row => row.Events).ToList();
        if (batches[^1].Number <= file.FiledUpTo)
            return 0;
        file.Append(
            events.Select(happened => (happened.Origin.Workspace.Team.Value, ToEntry(0, happened))),
            batches[^1].Number
        );
        if (file.IsWasteful)
            file.Tidy();
        return events.Count;
    }

    /// <summary>The wanted events and one more if there is one, the newest first. An event that is only in the tail has
    /// the position that it will have in the file.</summary>
    public static IReadOnlyList<HistoryEntry> Find(HistoryFile file, IReadOnlyList<TailRow> tail, HistoryQuery query)
    {
        var search = ToSearch(query);
        var found = Unfiled(file, tail, search.Team).Reverse().Where(search.Wants);
        var all = found.Take(query.Count + 1).ToList();
        all.AddRange(file.Page(search, query.Count + 1 - all.Count));
        return all;
    }

    /// <summary>The events of a workspace that are only in the tail, in their order and with their coming
    /// positions.</summary>
    public static IEnumerable<HistoryEntry> Unfiled(HistoryFile file, IReadOnlyList<TailRow> tail, string team)
    {
        var last = file.LastGiven(team);
        return tail.Where(row => row.Number > file.FiledUpTo)
            .SelectMany(row => row.Events)
            .Where(happened => happened.Origin.Workspace.Team.Value == team)
            .Select((happened, index) => ToEntry(last + 1 + index, happened));
    }

    private static HistorySearch ToSearch(HistoryQuery query) =>
        new(query.Team.Value)
        {
            Resource = EntryKeys.Of(query.Resource?.Value),
            Person = EntryKeys.Of(query.Person?.Value),
            Kinds = [.. EventKinds.WordsOf(query.Group).Select(word => EntryKeys.Of(word))],
            Before = query.Before ?? long.MaxValue,
            IsReally = query is { Resource: null, Person: null, Group: null }
                ? _ => true
                : entry => ToStored(entry) is { Event: { } happened } && IsWanted(happened, query),
        };

    private static bool IsWanted(ResourceEvent happened, HistoryQuery query) =>
        (query.Resource is null || query.Resource == happened.Origin.Id)
        && (query.Person is null || query.Person == happened.Origin.By.Responsible)
        && (query.Group is null || query.Group == EventKinds.Of(happened).Group);
}
