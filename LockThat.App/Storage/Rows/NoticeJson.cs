using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;

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
            "free" => new NoticeContent.Free(LeaseOf(body)),
            "takenOver" => new NoticeContent.TakenOver(LeaseOf(body), body.GetProperty("by").ToLease()),
            "freedByOther" => new NoticeContent.FreedByOther(LeaseOf(body), ActorText.Read(body.Text("by"))),
            "givenBack" => new NoticeContent.GivenBack(
                LeaseOf(body),
                ActorText.Read(body.Text("by")),
                body.GetProperty("endHasPassed").GetBoolean()
            ),
            "twin" => new NoticeContent.Twin(LeaseOf(body), ResourceName.Of(body.Text("other"))),
            "deleted" => new NoticeContent.Deleted(ActorText.Read(body.Text("by"))),
            var other => throw new FormatException($"No such news: {other}"),
        };

    private static Lease LeaseOf(JsonElement body) => body.GetProperty("lease").ToLease();
}
