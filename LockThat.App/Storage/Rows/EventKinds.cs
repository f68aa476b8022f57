using System.Collections.Frozen;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Watching;

namespace LockThat.App.Storage.Rows;

/// <summary>The kinds of events as they are stored: a word for each, which stays for good, and how it is read. The
/// origin, the leases and the people who are told are written for every event; a kind writes what it has
/// beside.</summary>
internal static class EventKinds
{
    private static readonly EventKind[] All =
    [
        EventKind.Of(
            "locked",
            body => new Locked(body.Origin, body.Lease, body.IsCreated),
            (json, locked) => json.WriteBoolean("isCreated", locked.IsCreated)
        ),
        EventKind.Of("renewed", body => new Renewed(body.Origin, body.Lease, body.Before)),
        EventKind.Of("taken_over", body => new TakenOver(body.Origin, body.Lease, body.Before)),
        EventKind.Of("extended", body => new Extended(body.Origin, body.Lease, body.Before)),
        EventKind.Of("unlocked", body => new Unlocked(body.Origin, body.Before, body.Watchers)),
        EventKind.Of("given_back", body => new GivenBack(body.Origin, body.Lease, body.Before, body.Watchers)),
        EventKind.Of("watched", body => new Watched(body.Origin, body.Lease)),
        EventKind.Of("unwatched", body => new Unwatched(body.Origin, body.Lease)),
        EventKind.Of("created", body => new Created(body.Origin)),
        EventKind.Of("deleted", body => new Deleted(body.Origin, body.BeforeOrNull, body.Watchers)),
        EventKind.Of(
            "released",
            body => new Released(body.Origin, new(body.Text("gone")), body.BeforeOrNull, body.Watchers),
            (json, released) => json.WriteString("gone", released.Gone.Value)
        ),
        EventKind.Of("ended", body => new Ended(body.Origin, body.Before, body.Watchers)),
        EventKind.Of("ends_soon", body => new EndsSoon(body.Origin, body.Lease)),
    ];

    private static readonly FrozenDictionary<Type, EventKind> ByType = All.ToFrozenDictionary(kind => kind.Type);
    private static readonly FrozenDictionary<string, EventKind> ByWord = All.ToFrozenDictionary(kind => kind.Word);

    /// <summary>The kind of an event.</summary>
    public static EventKind Of(ResourceEvent happened) => ByType[happened.GetType()];

    /// <summary>The kind of a word; null for one that only a later version knows.</summary>
    public static EventKind? Find(string word) => ByWord.GetValueOrDefault(word);
}

/// <summary>A kind of events.</summary>
/// <param name="Word">The word that stands for it.</param>
/// <param name="Type">The type of its events.</param>
/// <param name="Read">Makes the event of what is stored.</param>
/// <param name="WriteOwn">Writes the members that only this kind has.</param>
internal sealed record EventKind(
    string Word,
    Type Type,
    Func<EventBody, ResourceEvent> Read,
    Action<Utf8JsonWriter, ResourceEvent> WriteOwn
)
{
    /// <summary>A kind without members of its own.</summary>
    public static EventKind Of<T>(string word, Func<EventBody, T> read)
        where T : ResourceEvent => new(word, typeof(T), read, static (_, _) => { });

    /// <summary>A kind with members of its own.</summary>
    public static EventKind Of<T>(string word, Func<EventBody, T> read, Action<Utf8JsonWriter, T> writeOwn)
        where T : ResourceEvent => new(word, typeof(T), read, (json, happened) => writeOwn(json, (T)happened));
}
