using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The parts that every kind of document is made of. Absent members are left out; an instant is its
/// milliseconds since 1970, in UTC.</summary>
internal static class StateJson
{
    /// <summary>An object with these members.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(this Utf8JsonWriter json, string name, Lease? lease)
    {
        if (lease is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("id", lease.Id.Value);
        json.WriteString("holder", ActorText.Of(lease.Holder));
        json.Write("since", lease.Since);
        json.Write("until", lease.Until);
        json.Write("reason", lease.Reason?.Value);
        json.Write("remindAt", lease.RemindAt);
        json.Write("former", lease.Former);
        json.Write("formerTurn", lease.FormerTurn?.Value);
        if (lease.IsLineTold)
            json.WriteBoolean("isLineTold", true);
        json.WriteEndObject();
    }

    public static void Write(this Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } moment)
            json.WriteNumber(name, moment.ToUnixTimeMilliseconds());
    }

    public static void Write(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public static Lease ToLease(this JsonElement lease) =>
        new(
            new(lease.Text("id")),
            ActorText.Read(lease.Text("holder")),
            lease.Instant("since"),
            lease.Instant("until"),
            lease.TextOrNull("reason") is { } reason ? Reason.Of(reason) : null
        )
        {
            RemindAt = lease.InstantOrNull("remindAt"),
            Former = lease.Part("former")?.ToLease(),
            FormerTurn = lease.TextOrNull("formerTurn") is { } turn ? new WaitId(turn) : null,
            IsLineTold = lease.Part("isLineTold")?.GetBoolean() ?? false,
        };

    public static void Write(this Utf8JsonWriter json, string name, TimeSpan? length)
    {
        if (length is { } time)
            json.WriteNumber(name, (long)time.TotalMilliseconds);
    }

    /// <summary>People who are told; left out when there are none.</summary>
    public static void WritePeople(this Utf8JsonWriter json, string name, ImmutableArray<UserId> people)
    {
        if (people.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var person in people)
            json.WriteStringValue(person.Value);
        json.WriteEndArray();
    }

    /// <summary>Some rows of a kind; left out when there are none.</summary>
    public static void WriteAll<T>(
        this Utf8JsonWriter json,
        string name,
        ImmutableArray<T> all,
        Action<Utf8JsonWriter, T> members
    )
    {
        if (all.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            members(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static ImmutableArray<T> ToAll<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Part(name) is { } all ? [.. all.EnumerateArray().Select(read)] : [];

    public static ImmutableArray<UserId> ToPeople(this JsonElement json, string name) =>
        json.ToAll(name, person => new UserId(person.GetString() ?? ""));

    public static TimeSpan? LengthOrNull(this JsonElement json, string name) =>
        json.Part(name) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds.GetInt64()) : null;

    public static Reason? ReasonOrNull(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } reason ? Reason.Of(reason) : null;

    public static JsonElement? Part(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var part) ? part : null;

    public static string? TextOrNull(this JsonElement json, string name) => json.Part(name)?.GetString();

    public static string Text(this JsonElement json, string name) =>
        json.TextOrNull(name) ?? throw new FormatException($"No {name}");

    public static DateTimeOffset? InstantOrNull(this JsonElement json, string name) =>
        json.Part(name) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.GetInt64()) : null;

    public static DateTimeOffset Instant(this JsonElement json, string name) =>
        json.InstantOrNull(name) ?? throw new FormatException($"No {name}");
}
