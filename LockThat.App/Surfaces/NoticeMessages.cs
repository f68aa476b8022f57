using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

/// <summary>Every notice as the message that its recipient gets, in the recipient's language.</summary>
internal static class NoticeMessages
{
    /// <summary>A notice that is still true as it was written.</summary>
    public static Message Of(Notice notice, LockRules rules) =>
        notice.Workspace.ToDrawnFor().Mark(Of(notice, ReaderOf(notice), rules));

    /// <summary>The message of a notice at the moment of its delivery; null when there is nothing to tell any
    /// more.</summary>
    /// <param name="now">The moment of its delivery.</param>
    public static Message? Of(Notice notice, Telling telling, LockRules rules, DateTimeOffset now) =>
        telling switch
        {
            Telling.AsItWas(var news) => Of(notice with { Content = news }, rules),
            Telling.Since(var news, var present) => notice
                .Workspace.ToDrawnFor()
                .Mark(
                    Since(
                        notice.Resource.Display,
                        news,
                        present is null ? null : ResourceLines.Of(present, ReaderOf(notice), rules, now),
                        ReaderOf(notice)
                    )
                ),
            Telling.NextTime or Telling.Nothing => null,
            _ => throw new UnreachableException(),
        };

    private static Reader ReaderOf(Notice notice) =>
        notice.To switch
        {
            Recipient.Person(var person) => Reader.Of(person),
            _ => throw new UnreachableException(),
        };

    private static Message Of(Notice notice, Reader reader, LockRules rules)
    {
        var (words, name) = (reader.Words(), notice.Resource);
        return notice.Content switch
        {
            NoticeContent.EndsSoon(var lease, _) => Notices.EndsSoon(words, ResourceLines.Of(name, lease, reader)),
            NoticeContent.Ended(var lease) => Notices.Ended(words, ResourceLines.Of(name), lease.Until),
            NoticeContent.Free(var was) => Notices.Free(words, ResourceLines.Of(name), ResourceLines.Of(was!.Holder)),
            NoticeContent.TakenOver(_, var by) => Notices.TakenOver(words, ResourceLines.Of(name, by, reader)),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOther(
                words,
                ResourceLines.Of(name),
                ResourceLines.Of(by)
            ),
            NoticeContent.GivenBack(_, var by, true) => Notices.GivenBackTooLate(
                words,
                ResourceLines.Of(name),
                ResourceLines.Of(by)
            ),
            NoticeContent.GivenBack(var lease, var by, _) => Notices.GivenBack(
                words,
                ResourceLines.Of(name, lease, reader),
                ResourceLines.Of(by)
            ),
            NoticeContent.Twin(var lease, var other) => Notices.Twin(
                words,
                ResourceLines.Of(name, lease, reader),
                other.Display
            ),
            NoticeContent.Deleted(var by) => Notices.Deleted(words, name.Display, ResourceLines.Of(by)),
            _ => throw new UnreachableException(),
        };
    }

    private static Message Since(string name, NoticeContent news, ResourceLine? now, Reader reader)
    {
        var words = reader.Words();
        return news switch
        {
            NoticeContent.Ended(var lease) => Notices.EndedSince(words, name, lease.Until, now),
            NoticeContent.Free => Notices.FreeSince(words, name),
            NoticeContent.TakenOver(_, var by) => Notices.TakenOverSince(words, name, ResourceLines.Of(by.Holder), now),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOtherSince(words, name, ResourceLines.Of(by), now),
            NoticeContent.GivenBack(_, var by, _) => Notices.GivenBackTooLateSince(
                words,
                name,
                ResourceLines.Of(by),
                now
            ),
            NoticeContent.Deleted(var by) => Notices.DeletedSince(words, name, ResourceLines.Of(by), now),
            NoticeContent.EndsSoon or NoticeContent.Twin => throw new UnreachableException("It is true, or nothing."),
            _ => throw new UnreachableException(),
        };
    }
}
