using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The parts of a line: places in it, turns, asks, and the rights of people who lost a lock.</summary>
internal static class LineJson
{
    public static byte[] Write(Wait wait) => StateJson.Of(json => WriteMembers(json, wait));

    public static void WriteMembers(Utf8JsonWriter json, Wait wait)
    {
        json.WriteString("id", wait.Id.Value);
        json.WriteString("who", ActorText.Of(wait.Who));
        json.Write("at", wait.Ticket.At);
        if (wait.Ticket.Step != 0)
            json.WriteNumber("step", wait.Ticket.Step);
        json.Write("length", wait.Length);
        json.Write("reason", wait.Reason?.Value);
        json.Write("toldUntil", wait.ToldUntil);
        json.Write("changedBy", wait.ChangedBy?.Value);
    }

    public static Wait ToWait(this JsonElement wait) =>
        new(
            new(wait.Text("id")),
            ActorText.Read(wait.Text("who")),
            new(wait.Instant("at"), wait.Part("step")?.GetInt64() ?? 0)
        )
        {
            Length = wait.LengthOrNull("length"),
            Reason = wait.ReasonOrNull("reason"),
            ToldUntil = wait.InstantOrNull("toldUntil"),
            ChangedBy = wait.TextOrNull("changedBy") is { } request ? new RequestId(request) : null,
        };

    public static void Write(this Utf8JsonWriter json, string name, Wait? wait)
    {
        if (wait is null)
            return;
        json.WriteStartObject(name);
        WriteMembers(json, wait);
        json.WriteEndObject();
    }

    /// <summary>Some who wait, in an event; left out when there are none.</summary>
    public static void Write(this Utf8JsonWriter json, string name, ImmutableArray<Wait> waits) =>
        json.WriteAll(name, waits, WriteMembers);

    public static IEnumerable<Wait> ToWaits(this JsonElement json, string name) =>
        json.Part(name)?.EnumerateArray().Select(ToWait) ?? [];

    public static void Write(this Utf8JsonWriter json, string name, Turn turn)
    {
        json.WriteStartObject(name);
        json.WriteString("wait", turn.Wait.Value);
        json.WriteString("who", ActorText.Of(turn.Who));
        json.Write("since", turn.Since);
        json.Write("until", turn.Until);
        json.WriteBoolean("isTold", turn.IsTold);
        json.WriteEndObject();
    }

    public static Turn ToTurn(this JsonElement turn) =>
        new(new(turn.Text("wait")), ActorText.Read(turn.Text("who")), turn.Instant("since"), turn.Instant("until"))
        {
            IsTold = turn.GetProperty("isTold").GetBoolean(),
        };

    public static void Write(this Utf8JsonWriter json, string name, Plea plea)
    {
        json.WriteStartObject(name);
        WriteMembers(json, plea);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, Plea plea)
    {
        json.WriteString("id", plea.Id.Value);
        json.WriteString("who", ActorText.Of(plea.Who));
        json.Write("at", plea.At);
        json.Write("askedAt", plea.AskedAt);
        json.Write("length", plea.Length);
        json.Write("message", plea.Message?.Value);
        if (plea.IsAnswered)
            json.WriteBoolean("isAnswered", true);
    }

    public static Plea ToPlea(this JsonElement plea) =>
        new(new(plea.Text("id")), ActorText.Read(plea.Text("who")), plea.Instant("at"))
        {
            AskedAt = plea.Instant("askedAt"),
            Length = plea.LengthOrNull("length"),
            Message = plea.ReasonOrNull("message"),
            IsAnswered = plea.Part("isAnswered")?.GetBoolean() ?? false,
        };

    public static void WriteMembers(Utf8JsonWriter json, Loss loss)
    {
        json.WriteString("lease", loss.Lease.Value);
        json.WriteString("holder", ActorText.Of(loss.Holder));
        json.Write("at", loss.At);
        json.Write("until", loss.Until);
        json.Write("reason", loss.Reason?.Value);
    }

    public static Loss ToLoss(this JsonElement loss) =>
        new(
            new(loss.Text("lease")),
            ActorText.Read(loss.Text("holder")),
            loss.Instant("at"),
            loss.Instant("until"),
            loss.ReasonOrNull("reason")
        );

    public static void WriteMembers(Utf8JsonWriter json, Stop stop)
    {
        json.WriteString("user", stop.User.Value);
        json.Write("at", stop.At);
        json.Write("left", stop.Left);
    }

    public static Stop ToStop(this JsonElement stop) =>
        new(new(stop.Text("user")), stop.Instant("at")) { Left = stop.Part("left")?.ToWait() };

    public static void Write(this Utf8JsonWriter json, string name, Freed? freed)
    {
        if (freed is null)
            return;
        json.WriteStartObject(name);
        json.Write("was", freed.Was);
        json.WriteString("by", ActorText.Of(freed.By));
        json.Write("at", freed.At);
        json.WritePeople("watchers", freed.Watchers);
        json.WriteAll("pleas", freed.Pleas, WriteMembers);
        json.WriteEndObject();
    }

    public static Freed ToFreed(this JsonElement freed) =>
        new(
            freed.GetProperty("was").ToLease(),
            ActorText.Read(freed.Text("by")),
            freed.Instant("at"),
            freed.ToPeople("watchers")
        )
        {
            Pleas = freed.ToAll("pleas", ToPlea),
        };
}
