using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The content of a notice.</summary>
internal static class NoticeJson
{
    public static byte[] Write(Notice notice) => StateJson.Of(json => WriteMembers(json, notice));

    public static void WriteMembers(Utf8JsonWriter json, Notice notice)
    {
        json.WriteString("resource", notice.Resource.Display);
        json.Write("resourceId", notice.ResourceId?.Value);
        Write(json, notice.Content);
    }

    public static Notice Read(Workspace workspace, string user, DateTimeOffset at, JsonElement body) =>
        new(workspace, RecipientText.Read(user), ResourceName.Of(body.Text("resource")), at, ToNews(body))
        {
            ResourceId = body.TextOrNull("resourceId") is { } id ? new ResourceId(id) : null,
        };

    private static void Write(Utf8JsonWriter json, NoticeContent news)
    {
        var (kind, lease, writeOwn) = StoredOf(news);
        json.WriteString("kind", kind);
        json.Write("lease", lease);
        writeOwn?.Invoke(json);
    }

    // How many wait is looked up when a message is delivered.
    private static Stored StoredOf(NoticeContent news) =>
        news switch
        {
            NoticeContent.EndsSoon(var lease, _) => new("endsSoon", lease),
            NoticeContent.Ended(var lease) => new("ended", lease),
            NoticeContent.Free(var was) => new("free", was),
            NoticeContent.TakenOver(var lost, var taken) => new("takenOver", lost, json => json.Write("by", taken)),
            NoticeContent.FreedByOther(var lost, var by) => new("freedByOther", lost, By(by)),
            NoticeContent.GivenBack(var lease, var by, var endHasPassed) => new(
                "givenBack",
                lease,
                By(by) + (json => json.WriteBoolean("endHasPassed", endHasPassed))
            ),
            NoticeContent.Twin(var lease, var other) => new(
                "twin",
                lease,
                json => json.WriteString("other", other.Display)
            ),
            NoticeContent.Deleted(var by) => new("deleted", null, By(by)),
            NoticeContent.Back(var by) => new("back", null, By(by)),
            NoticeContent.Awaited(var lease, var wait, _) => new("awaited", lease, Of(wait)),
            NoticeContent.Delayed(var wait, var lease) => new("delayed", lease, Of(wait)),
            NoticeContent.Turn(var wait, var until, _) => new(
                "turn",
                null,
                Of(wait) + (json => json.Write("until", until))
            ),
            NoticeContent.TurnPassed(var wait) => new("turnPassed", null, Of(wait)),
            NoticeContent.TurnTaken(var lease) => new("turnTaken", lease),
            NoticeContent.Passed(var wait) => new("passed", null, Of(wait)),
            NoticeContent.HandedPast(var lease, var by) => new("handedPast", lease, By(by)),
            NoticeContent.Asked(var lease, var plea, _) => new("asked", lease, json => json.Write("plea", plea)),
            NoticeContent.HandedOver(var lease, var by) => new("handedOver", lease, By(by)),
            NoticeContent.Kept(var lease, var answer) => new(
                "kept",
                lease,
                json => json.Write("answer", answer?.Value)
            ),
            NoticeContent.Given(var lease, var by) => new("given", lease, By(by)),
            _ => throw new UnreachableException(),
        };

    private static Action<Utf8JsonWriter> By(Actor by) => json => json.WriteString("by", ActorText.Of(by));

    private static Action<Utf8JsonWriter> Of(Wait wait) => json => json.Write("wait", wait);

    private static NoticeContent ToNews(JsonElement body) =>
        body.Text("kind") switch
        {
            "endsSoon" => new NoticeContent.EndsSoon(LeaseOf(body)),
            "ended" => new NoticeContent.Ended(LeaseOf(body)),
            "free" => new NoticeContent.Free(body.Part("lease")?.ToLease()),
            "takenOver" => new NoticeContent.TakenOver(LeaseOf(body), body.GetProperty("by").ToLease()),
            "freedByOther" => new NoticeContent.FreedByOther(LeaseOf(body), ActorText.Read(body.Text("by"))),
            "givenBack" => new NoticeContent.GivenBack(
                LeaseOf(body),
                ActorText.Read(body.Text("by")),
                body.GetProperty("endHasPassed").GetBoolean()
            ),
            "twin" => new NoticeContent.Twin(LeaseOf(body), ResourceName.Of(body.Text("other"))),
            "deleted" => new NoticeContent.Deleted(ActorText.Read(body.Text("by"))),
            "back" => new NoticeContent.Back(ByOf(body)),
            "awaited" => new NoticeContent.Awaited(LeaseOf(body), WaitOf(body), Waiting: 1),
            "delayed" => new NoticeContent.Delayed(WaitOf(body), LeaseOf(body)),
            "turn" => new NoticeContent.Turn(WaitOf(body), body.Instant("until"), Waiting: 1),
            "turnPassed" => new NoticeContent.TurnPassed(WaitOf(body)),
            "turnTaken" => new NoticeContent.TurnTaken(LeaseOf(body)),
            "passed" => new NoticeContent.Passed(WaitOf(body)),
            "handedPast" => new NoticeContent.HandedPast(LeaseOf(body), ByOf(body)),
            "asked" => new NoticeContent.Asked(LeaseOf(body), body.GetProperty("plea").ToPlea(), Waiting: 0),
            "handedOver" => new NoticeContent.HandedOver(LeaseOf(body), ByOf(body)),
            "kept" => new NoticeContent.Kept(LeaseOf(body), body.ReasonOrNull("answer")),
            "given" => new NoticeContent.Given(LeaseOf(body), ByOf(body)),
            var other => throw new FormatException($"No such news: {other}"),
        };

    private static Wait WaitOf(JsonElement body) => body.GetProperty("wait").ToWait();

    private static Actor ByOf(JsonElement body) => ActorText.Read(body.Text("by"));

    private static Lease LeaseOf(JsonElement body) => body.GetProperty("lease").ToLease();

    /// <summary>The members of a notice.</summary>
    /// <param name="Kind">The word that stands for its kind.</param>
    /// <param name="Lease">The lock that it is about; null when it is about none.</param>
    /// <param name="WriteOwn">Writes the members that only this kind has.</param>
    private sealed record Stored(string Kind, Lease? Lease, Action<Utf8JsonWriter>? WriteOwn = null);
}
