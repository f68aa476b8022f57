using System.Diagnostics;
using LiteDB;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>A notice on its way, and when it may be tried (again).</summary>
internal sealed record NoticeRow(PendingNotice Pending, DateTimeOffset DueAt);

/// <summary>Notices as documents; their number is the key.</summary>
internal static class NoticeDocument
{
    private const int Version = 1;

    public static BsonDocument ToBson(NoticeRow row)
    {
        var (number, notice, attempts) = row.Pending;
        return new BsonDocument
        {
            ["_id"] = number,
            ["v"] = Version,
            ["to"] = RecipientText.Of(notice.To),
            ["resource"] = notice.Resource.Display,
            ["at"] = notice.At.ToBson(),
            ["news"] = ToBson(notice.Content),
            ["attempts"] = attempts,
            ["dueAt"] = row.DueAt.ToBson(),
        }.With("team", notice.Workspace);
    }

    public static NoticeRow FromBson(BsonDocument row) =>
        new(
            new(
                row["_id"].AsInt64,
                new(
                    row.ToWorkspace("team"),
                    RecipientText.Read(row["to"].AsString),
                    ResourceName.Of(row["resource"].AsString),
                    row["at"].ToInstant(),
                    ToNews(row["news"].AsDocument)
                ),
                row["attempts"].AsInt32
            ),
            row["dueAt"].ToInstant()
        );

    private static BsonDocument ToBson(NoticeContent news) =>
        news switch
        {
            NoticeContent.EndsSoon soon => Kind("endsSoon").With("lease", soon.Lease.ToBson()),
            NoticeContent.Ended ended => Kind("ended").With("lease", ended.Lease.ToBson()),
            NoticeContent.Free free => Kind("free").With("lease", free.Was.ToBson()),
            NoticeContent.TakenOver taken => Kind("takenOver")
                .With("lease", taken.Lost.ToBson())
                .With("by", taken.By.ToBson()),
            NoticeContent.FreedByOther freed => Kind("freedByOther")
                .With("lease", freed.Lost.ToBson())
                .With("by", ActorText.Of(freed.By)),
            NoticeContent.GivenBack given => Kind("givenBack")
                .With("lease", given.Lease.ToBson())
                .With("by", ActorText.Of(given.By))
                .With("endHasPassed", given.EndHasPassed),
            NoticeContent.Twin twin => Kind("twin")
                .With("lease", twin.Lease.ToBson())
                .With("other", twin.Other.Display),
            NoticeContent.Deleted deleted => Kind("deleted").With("by", ActorText.Of(deleted.By)),
            _ => throw new UnreachableException(),
        };

    private static NoticeContent ToNews(BsonDocument news) =>
        news["kind"].AsString switch
        {
            "endsSoon" => new NoticeContent.EndsSoon(LeaseOf(news)),
            "ended" => new NoticeContent.Ended(LeaseOf(news)),
            "free" => new NoticeContent.Free(LeaseOf(news)),
            "takenOver" => new NoticeContent.TakenOver(LeaseOf(news), news["by"].AsDocument.ToLease()),
            "freedByOther" => new NoticeContent.FreedByOther(LeaseOf(news), ActorText.Read(news["by"].AsString)),
            "givenBack" => new NoticeContent.GivenBack(
                LeaseOf(news),
                ActorText.Read(news["by"].AsString),
                news["endHasPassed"].AsBoolean
            ),
            "twin" => new NoticeContent.Twin(LeaseOf(news), ResourceName.Of(news["other"].AsString)),
            "deleted" => new NoticeContent.Deleted(ActorText.Read(news["by"].AsString)),
            var other => throw new FormatException($"No such news: {other}"),
        };

    private static BsonDocument Kind(string kind) => new() { ["kind"] = kind };

    private static Lease LeaseOf(BsonDocument news) => news["lease"].AsDocument.ToLease();
}
