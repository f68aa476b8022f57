using System.Buffers;
using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;

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
        };

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
