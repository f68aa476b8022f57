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
        switch (news)
        {
            case NoticeContent.EndsSoon soon:
                Write(json, "endsSoon", soon.Lease);
                break;
            case NoticeContent.Back back:
                Write(json, "back", null);
                json.WriteString("by", ActorText.Of(back.By));
                break;
            case NoticeContent.Ended ended:
                Write(json, "ended", ended.Lease);
                break;
            case NoticeContent.Free free:
                Write(json, "free", free.Was);
                break;
            case NoticeContent.TakenOver taken:
                Write(json, "takenOver", taken.Lost);
                json.Write("by", taken.By);
                break;
            case NoticeContent.FreedByOther freed:
                Write(json, "freedByOther", freed.Lost);
                json.WriteString("by", ActorText.Of(freed.By));
                break;
            case NoticeContent.GivenBack given:
                Write(json, "givenBack", given.Lease);
                json.WriteString("by", ActorText.Of(given.By));
                json.WriteBoolean("endHasPassed", given.EndHasPassed);
                break;
            case NoticeContent.Twin twin:
                Write(json, "twin", twin.Lease);
                json.WriteString("other", twin.Other.Display);
                break;
            case NoticeContent.Deleted deleted:
                Write(json, "deleted", null);
                json.WriteString("by", ActorText.Of(deleted.By));
                break;
            default:
                WriteOfLine(json, news);
                break;
        }
    }

    // How many wait is looked up when a message is delivered.
    private static void WriteOfLine(Utf8JsonWriter json, NoticeContent news)
    {
        switch (news)
        {
            case NoticeContent.Awaited awaited:
                Write(json, "awaited", awaited.Lease);
                json.Write("wait", awaited.Wait);
                break;
            case NoticeContent.Delayed delayed:
                Write(json, "delayed", delayed.Lease);
                json.Write("wait", delayed.Wait);
                break;
            case NoticeContent.Turn turn:
                Write(json, "turn", null);
                json.Write("wait", turn.Wait);
                json.Write("until", turn.Until);
                break;
            case NoticeContent.TurnPassed passed:
                Write(json, "turnPassed", null);
                json.Write("wait", passed.Wait);
                break;
            case NoticeContent.TurnTaken taken:
                Write(json, "turnTaken", taken.By);
                break;
            case NoticeContent.Passed passed:
                Write(json, "passed", null);
                json.Write("wait", passed.Before);
                break;
            default:
                WriteOfAsking(json, news);
                break;
        }
    }

    private static void WriteOfAsking(Utf8JsonWriter json, NoticeContent news)
    {
        switch (news)
        {
            case NoticeContent.HandedPast past:
                Write(json, "handedPast", past.Lease);
                json.WriteString("by", ActorText.Of(past.By));
                break;
            case NoticeContent.Asked asked:
                Write(json, "asked", asked.Lease);
                json.WriteStartObject("plea");
                LineJson.WriteMembers(json, asked.Plea);
                json.WriteEndObject();
                break;
            case NoticeContent.HandedOver handed:
                Write(json, "handedOver", handed.Lease);
                json.WriteString("by", ActorText.Of(handed.By));
                break;
            case NoticeContent.Kept kept:
                Write(json, "kept", kept.Lease);
                json.Write("answer", kept.Answer?.Value);
                break;
            case NoticeContent.Given given:
                Write(json, "given", given.Lease);
                json.WriteString("by", ActorText.Of(given.By));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Write(Utf8JsonWriter json, string kind, Lease? lease)
    {
        json.WriteString("kind", kind);
        json.Write("lease", lease);
    }

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
}
