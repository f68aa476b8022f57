using System.Globalization;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Time.Moments;

namespace LockThat.App.Storage.Rows;

/// <summary>The rules of a team as they are stored: what the team has not said is left out.</summary>
internal static class PolicyJson
{
    private const string Time = "HH:mm";

    public static byte[] Write(TeamPolicy policy) => StateJson.Of(json => WriteMembers(json, policy));

    public static void Write(this Utf8JsonWriter json, string name, TeamPolicy policy)
    {
        json.WriteStartObject(name);
        WriteMembers(json, policy);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, TeamPolicy policy)
    {
        json.Write("defaultLength", policy.DefaultLength);
        json.Write("longestLock", policy.LongestLock);
        json.Write("remindBefore", policy.RemindBefore);
        json.Write("turnLength", policy.TurnLength);
        json.Write("newResources", WordOf(policy.NewResources));
        json.Write("mayOverride", WordOf(policy.MayOverride));
        json.Write("mayEdit", WordOf(policy.MayEdit));
        json.Write("mayDelete", WordOf(policy.MayDelete));
        json.WritePeople("administrators", policy.Administrators);
        json.WriteTexts("administratorGroups", policy.AdministratorGroups.Select(group => group.Value));
        json.Write("guestsOnlyLook", policy.GuestsOnlyLook);
        if (policy.WorkingDays is { } days)
            json.WriteNumber("workingDays", (int)days);
        json.Write("workStarts", policy.WorkStarts?.ToString(Time, CultureInfo.InvariantCulture));
        json.Write("workEnds", policy.WorkEnds?.ToString(Time, CultureInfo.InvariantCulture));
        json.Write("timeZone", policy.TimeZone);
        json.Write("removeUnusedAfter", policy.RemoveUnusedAfter);
        json.Write("keepHistory", policy.KeepHistory);
        json.Write("asksHolders", policy.AsksHolders);
    }

    public static TeamPolicy ToPolicy(this JsonElement json) =>
        new()
        {
            DefaultLength = json.LengthOrNull("defaultLength"),
            LongestLock = json.LengthOrNull("longestLock"),
            RemindBefore = json.LengthOrNull("remindBefore"),
            TurnLength = json.LengthOrNull("turnLength"),
            NewResources = json.TextOrNull("newResources") switch
            {
                null => MayCreate.Anybody,
                "notByLocking" => MayCreate.NotByLocking,
                "administrators" => MayCreate.Administrators,
                var other => throw new FormatException($"No way to create: {other}"),
            },
            MayOverride = json.WhoMay("mayOverride"),
            MayEdit = json.WhoMay("mayEdit"),
            MayDelete = json.WhoMay("mayDelete"),
            Administrators = json.ToPeople("administrators"),
            AdministratorGroups = json.ToAll("administratorGroups", id => new UserGroupId(id.GetString() ?? "")),
            GuestsOnlyLook = json.Is("guestsOnlyLook"),
            WorkingDays = json.Part("workingDays") is { } days ? (WorkingDays)days.GetInt32() : null,
            WorkStarts = json.TimeOrNull("workStarts"),
            WorkEnds = json.TimeOrNull("workEnds"),
            TimeZone = json.TextOrNull("timeZone"),
            RemoveUnusedAfter = json.LengthOrNull("removeUnusedAfter"),
            KeepHistory = json.LengthOrNull("keepHistory"),
            AsksHolders = json.Is("asksHolders"),
        };

    private static WhoMay WhoMay(this JsonElement json, string name) =>
        json.TextOrNull(name) switch
        {
            null => Locks.Policies.WhoMay.Anybody,
            "administrators" => Locks.Policies.WhoMay.Administrators,
            "nobody" => Locks.Policies.WhoMay.Nobody,
            var other => throw new FormatException($"Nobody is meant by {other}"),
        };

    private static TimeOnly? TimeOrNull(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } time ? TimeOnly.ParseExact(time, Time, CultureInfo.InvariantCulture) : null;

    private static bool Is(this JsonElement json, string name) => json.Part(name)?.GetBoolean() ?? false;

    private static void Write(this Utf8JsonWriter json, string name, bool isSo)
    {
        if (isSo)
            json.WriteBoolean(name, true);
    }

    private static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        if (!texts.Any())
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string? WordOf(WhoMay who) =>
        who switch
        {
            Locks.Policies.WhoMay.Administrators => "administrators",
            Locks.Policies.WhoMay.Nobody => "nobody",
            _ => null,
        };

    private static string? WordOf(MayCreate may) =>
        may switch
        {
            MayCreate.NotByLocking => "notByLocking",
            MayCreate.Administrators => "administrators",
            _ => null,
        };
}
