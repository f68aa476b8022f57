using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;
using LockThat.App.Locks.Watching;

namespace LockThat.App.Storage.Rows;

/// <summary>The kinds of events as they are stored: a word for each, which stays for good, the group by which the
/// history finds it, and how it is read. The origin, the leases and the people who are told are written for every
/// event; a kind writes what it has beside.</summary>
internal static class EventKinds
{
    private static readonly EventKind[] All =
    [
        EventKind.Of(
            "locked",
            EventGroup.Locks,
            body => new Locked(body.Origin, body.Lease, body.IsCreated),
            (json, locked) => json.WriteBoolean("isCreated", locked.IsCreated)
        ),
        EventKind.Of("renewed", EventGroup.Locks, body => new Renewed(body.Origin, body.Lease, body.Before)),
        EventKind.Of("taken_over", EventGroup.Locks, body => new TakenOver(body.Origin, body.Lease, body.Before)),
        EventKind.Of("extended", EventGroup.Locks, body => new Extended(body.Origin, body.Lease, body.Before)),
        EventKind.Of("unlocked", EventGroup.Unlocks, body => new Unlocked(body.Origin, body.Before, body.Watchers)),
        EventKind.Of(
            "given_back",
            EventGroup.Asking,
            body => new GivenBack(body.Origin, body.Lease, body.Before, body.Watchers)
        ),
        EventKind.Of("created", EventGroup.Locks, body => new Created(body.Origin)),
        EventKind.Of(
            "deleted",
            EventGroup.Resources,
            body => new Deleted(body.Origin, body.BeforeOrNull, body.Watchers, Line.Of(body.Waits))
            {
                Pleas = body.Json.ToAll("pleas", LineJson.ToPlea),
                Losses = body.Json.ToAll("losses", LineJson.ToLoss),
                Freed = body.Json.Part("freed")?.ToFreed(),
                Stops = body.Json.ToAll("stops", LineJson.ToStop),
            },
            (json, deleted) =>
            {
                json.Write("line", deleted.Line.All);
                json.WriteAll("pleas", deleted.Pleas, LineJson.WriteMembers);
                json.WriteAll("losses", deleted.Losses, LineJson.WriteMembers);
                json.Write("freed", deleted.Freed);
                json.WriteAll("stops", deleted.Stops, LineJson.WriteMembers);
            }
        ),
        EventKind.Of(
            "restored",
            EventGroup.Resources,
            body => new Restored(body.Origin, body.LeaseOrNull, body.Watchers, Line.Of(body.Waits)),
            (json, restored) => json.Write("line", restored.Line.All)
        ),
        EventKind.Of(
            "released",
            EventGroup.Unlocks,
            body => new Released(body.Origin, new(body.Text("gone")), body.BeforeOrNull, body.Watchers)
            {
                HasWaited = body.Is("hasWaited"),
            },
            (json, released) =>
            {
                json.WriteString("gone", released.Gone.Value);
                if (released.HasWaited)
                    json.WriteBoolean("hasWaited", true);
            }
        ),
        EventKind.Of("ended", EventGroup.Unlocks, body => new Ended(body.Origin, body.Before, body.Watchers)),
        .. OfLine(),
        .. OfTurns(),
        .. OfAsking(),
        .. OfTeam(),
        .. NeverKept(),
    ];

    private static readonly FrozenDictionary<Type, EventKind> ByType = All.ToFrozenDictionary(kind => kind.Type);
    private static readonly FrozenDictionary<string, EventKind> ByWord = All.ToFrozenDictionary(kind => kind.Word);

    private static IEnumerable<EventKind> OfLine() =>
        [
            EventKind.Of(
                "joined",
                EventGroup.Line,
                body => new Joined(body.Origin, body.Wait, body.Is("isAgain")) { Before = body.WaitBefore },
                (json, joined) =>
                {
                    json.Write("wait", joined.Wait);
                    json.WriteBoolean("isAgain", joined.IsAgain);
                    json.Write("waitBefore", joined.Before);
                }
            ),
            EventKind.Of(
                "left_line",
                EventGroup.Line,
                body => new Left(body.Origin, body.WaitOrNull, body.Watchers),
                (json, left) => json.Write("wait", left.Wait)
            ),
            EventKind.Of(
                "let_go_first",
                EventGroup.Line,
                body => new LetGoFirst(body.Origin, body.Wait, body.Actor("next")),
                (json, let) =>
                {
                    json.Write("wait", let.Wait);
                    json.WriteString("next", ActorText.Of(let.Next));
                }
            ),
            EventKind.Of(
                "went_next",
                EventGroup.Line,
                body => new WentNext(body.Origin, body.Wait, [.. body.Waits]),
                (json, went) =>
                {
                    json.Write("wait", went.Wait);
                    json.Write("line", went.Passed);
                }
            ),
        ];

    private static IEnumerable<EventKind> OfTurns() =>
        [
            EventKind.Of(
                "turn_given",
                EventGroup.Line,
                body => new TurnGiven(body.Origin, body.Wait, body.Instant("until")),
                (json, given) =>
                {
                    json.Write("wait", given.Wait);
                    json.Write("until", given.Until);
                }
            ),
            EventKind.Of(
                "turn_passed",
                EventGroup.Line,
                body => new TurnPassed(body.Origin, body.Wait, body.Watchers),
                (json, passed) => json.Write("wait", passed.Wait)
            ),
            EventKind.Of(
                "turn_taken",
                EventGroup.Locks,
                body => new TurnTaken(body.Origin, body.Lease, body.Actor("first")),
                (json, taken) => json.WriteString("first", ActorText.Of(taken.First))
            ),
            EventKind.Of(
                "turn_given_back",
                EventGroup.Line,
                body => new TurnGivenBack(body.Origin, body.Before, body.Actor("first")),
                (json, given) => json.WriteString("first", ActorText.Of(given.First))
            ),
        ];

    private static IEnumerable<EventKind> OfAsking() =>
        [
            EventKind.Of(
                "asked",
                EventGroup.Asking,
                body => new Asked(body.Origin, body.Lease, body.Plea, body.Is("isTold")),
                (json, asked) =>
                {
                    json.Write("plea", asked.Plea);
                    json.WriteBoolean("isTold", asked.IsTold);
                }
            ),
            EventKind.Of(
                "handed_over",
                EventGroup.Asking,
                body => new HandedOver(body.Origin, body.Lease, body.Before, body.Actors("waiting")),
                (json, handed) =>
                {
                    if (handed.Waiting.IsEmpty)
                        return;
                    json.WriteStartArray("waiting");
                    foreach (var actor in handed.Waiting)
                        json.WriteStringValue(ActorText.Of(actor));
                    json.WriteEndArray();
                }
            ),
            EventKind.Of(
                "kept",
                EventGroup.Asking,
                body => new Kept(body.Origin, body.Lease, body.Actor("asker"), body.ReasonOrNull("answer")),
                (json, kept) =>
                {
                    json.WriteString("asker", ActorText.Of(kept.Asker));
                    json.Write("answer", kept.Answer?.Value);
                }
            ),
            EventKind.Of("given", EventGroup.Asking, body => new Given(body.Origin, body.Lease, body.Before)),
            EventKind.Of("undone", EventGroup.Unlocks, body => new Undone(body.Origin, body.Lease, body.Watchers)),
        ];

    private static IEnumerable<EventKind> OfTeam() =>
        [
            EventKind.Of(
                "rules_changed",
                EventGroup.Rules,
                body => new RulesChanged(body.Origin, body.Policy("was"), body.Policy("is")),
                (json, changed) =>
                {
                    json.Write("was", changed.Before);
                    json.Write("is", changed.After);
                }
            ),
        ];

    // Some people are told of these, and the last request of a resource may be one.
    private static IEnumerable<EventKind> NeverKept() =>
        [
            EventKind.Of("watched", group: null, body => new Watched(body.Origin, body.LeaseOrNull)),
            EventKind.Of("unwatched", group: null, body => new Unwatched(body.Origin, body.LeaseOrNull)),
            EventKind.Of("ends_soon", group: null, body => new EndsSoon(body.Origin, body.Lease)),
            EventKind.Of(
                "awaited",
                group: null,
                body => new Awaited(body.Origin, body.Lease, body.Wait),
                (json, awaited) => json.Write("wait", awaited.Wait)
            ),
            EventKind.Of(
                "delayed",
                group: null,
                body => new Delayed(body.Origin, body.Wait, body.Lease),
                (json, delayed) => json.Write("wait", delayed.Wait)
            ),
        ];

    /// <summary>The kind of an event.</summary>
    public static EventKind Of(ResourceEvent happened) => ByType[happened.GetType()];

    /// <summary>The kind of a word; null for one that only a later version knows.</summary>
    public static EventKind? Find(string word) => ByWord.GetValueOrDefault(word);

    /// <summary>The words of the kinds in a group; none for null, which stands for all kinds.</summary>
    public static ImmutableArray<string> WordsOf(EventGroup? group) =>
        group is { } one ? [.. All.Where(kind => kind.Group == one).Select(kind => kind.Word)] : [];
}

/// <summary>A kind of events.</summary>
/// <param name="Word">The word that stands for it.</param>
/// <param name="Group">The group by which it is found in the history; null for a kind that the history never
/// keeps.</param>
/// <param name="Type">The type of its events.</param>
/// <param name="Read">Makes the event of what is stored.</param>
/// <param name="WriteOwn">Writes the members that only this kind has.</param>
internal sealed record EventKind(
    string Word,
    EventGroup? Group,
    Type Type,
    Func<EventBody, ResourceEvent> Read,
    Action<Utf8JsonWriter, ResourceEvent> WriteOwn
)
{
    /// <summary>A kind without members of its own.</summary>
    public static EventKind Of<T>(string word, EventGroup? group, Func<EventBody, T> read)
        where T : ResourceEvent => new(word, group, typeof(T), read, static (_, _) => { });

    /// <summary>A kind with members of its own.</summary>
    public static EventKind Of<T>(
        string word,
        EventGroup? group,
        Func<EventBody, T> read,
        Action<Utf8JsonWriter, T> writeOwn
    )
        where T : ResourceEvent => new(word, group, typeof(T), read, (json, happened) => writeOwn(json, (T)happened));
}
