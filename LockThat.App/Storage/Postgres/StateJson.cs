using System.Buffers;
using System.Text.Json;
using LockThat.App.Locks;

namespace LockThat.App.Storage.Postgres;

/// <summary>What every kind of document is made of. What is not there is left out; an instant is its milliseconds since 1970, in UTC.</summary>
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
        if (lease is null) return;
        json.WriteStartObject(name);
        json.WriteString("id", lease.Id.Value);
        json.WriteString("holder", lease.Holder.Value);
        json.Write("since", lease.Since);
        json.Write("until", lease.Until);
        if (lease.Reason is { } reason) json.WriteString("reason", reason.Value);
        if (lease.RemindAt is { } remindAt) json.Write("remindAt", remindAt);
        json.Write("former", lease.Former);
        json.WriteEndObject();
    }

    public static void Write(this Utf8JsonWriter json, string name, DateTimeOffset instant) => json.WriteNumber(name, instant.ToUnixTimeMilliseconds());

    public static Lease ToLease(this JsonElement lease) => new(
        new(lease.Text("id")),
        new(lease.Text("holder")),
        lease.Instant("since"),
        lease.Instant("until"),
        lease.Part("reason") is { } reason ? Reason.Of(reason.GetString() ?? "") : null)
    {
        RemindAt = lease.Part("remindAt") is null ? null : lease.Instant("remindAt"),
        Former = lease.Part("former")?.ToLease(),
    };

    public static JsonElement? Part(this JsonElement json, string name) => json.TryGetProperty(name, out var part) ? part : null;

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"No {name}");

    public static DateTimeOffset Instant(this JsonElement json, string name) => DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty(name).GetInt64());
}
