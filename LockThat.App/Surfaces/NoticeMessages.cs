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
    /// <param name="present">The resource now, for the reader's place in line.</param>
    /// <param name="now">The moment of the look.</param>
    public static Message Of(Notice notice, LockRules rules, Resource? present = null, DateTimeOffset? now = null)
    {
        var about = new Answered(notice.Resource, present, now, ReaderOf(notice), rules);
        return notice.Workspace.ToDrawnFor().Mark(Of(notice, about));
    }

    /// <summary>The message of a notice at the moment of its delivery; null when there is nothing to tell any
    /// more.</summary>
    /// <param name="now">The moment of its delivery.</param>
    public static Message? Of(Notice notice, Telling telling, LockRules rules, DateTimeOffset now) =>
        telling switch
        {
            Telling.AsItWas(var news) told => Of(notice with { Content = news }, rules, told.Present, now),
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

    private static Message Of(Notice notice, Answered about)
    {
        var (words, name, reader) = (about.Words, about.Name, about.Reader);
        return notice.Content switch
        {
            NoticeContent.EndsSoon(var lease, var waiting) => Notices.EndsSoon(
                words,
                ResourceLines.Of(name, lease, reader) with
                {
                    Waiting = waiting,
                }
            ),
            NoticeContent.Ended(var lease) => Notices.Ended(words, ResourceLines.Of(name), lease.Until),
            NoticeContent.Free({ } was) => Notices.Free(words, ResourceLines.Of(name), ResourceLines.Of(was.Holder)),
            NoticeContent.Free => Notices.FreeAfterTurn(words, ResourceLines.Of(name)),
            NoticeContent.TakenOver(var lost, var by) => Notices.TakenOver(
                words,
                ResourceLines.Of(name, by, reader),
                ResourceLines.Of(lost)
            ),
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
            NoticeContent.Turn turn => Of(turn, about),
            NoticeContent.TurnPassed => Notices.TurnPassed(words, name.Display),
            NoticeContent.TurnTaken(var by) => Notices.TurnTaken(words, Behind(by, about)),
            NoticeContent.Passed(var before) => Notices.Passed(words, about.Line, ResourceLines.Of(before.Who)),
            NoticeContent.HandedPast(var lease, var by) => Notices.HandedPast(
                words,
                Behind(lease, about),
                ResourceLines.Of(by)
            ),
            NoticeContent.Delayed(_, var lease) => Notices.Delayed(words, Behind(lease, about)),
            NoticeContent.Awaited awaited => Of(awaited, about),
            _ => throw new UnreachableException(),
        };
    }

    private static Message Of(NoticeContent.Turn news, Answered about) =>
        Notices.Turn(
            about.Words,
            about.Line with
            {
                Turn = new(news.Wait.Id.Value, ResourceLines.Of(news.Wait.Who), news.Until),
                IsOwnTurn = true,
                Waiting = news.Waiting,
                Place = about.Line.Place ?? ResourceLines.Of(news.Wait, about.Rules),
            }
        );

    private static Message Of(NoticeContent.Awaited news, Answered about) =>
        Notices.Awaited(
            about.Words,
            about.Held(news.Lease) with
            {
                Waiting = news.Waiting,
            },
            new(ResourceLines.Of(news.Wait.Who), ResourceLines.LengthOf(news.Wait, about.Rules))
        );

    // A lock that the reader waits behind, with their place in line.
    private static ResourceLine Behind(Lease lease, Answered about) =>
        about.Line with
        {
            Lease = ResourceLines.Of(lease),
            Turn = null,
        };

    private static Message Since(string name, NoticeContent news, ResourceLine? now, Reader reader)
    {
        var words = reader.Words();
        return news switch
        {
            NoticeContent.Ended(var lease) => Notices.EndedSince(words, name, lease.Until, now),
            NoticeContent.Free => Notices.FreeSince(words, name),
            NoticeContent.TakenOver(var lost, var by) => Notices.TakenOverSince(
                words,
                name,
                ResourceLines.Of(by.Holder),
                now,
                ResourceLines.Of(lost)
            ),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOtherSince(words, name, ResourceLines.Of(by), now),
            NoticeContent.GivenBack(_, var by, _) => Notices.GivenBackTooLateSince(
                words,
                name,
                ResourceLines.Of(by),
                now
            ),
            NoticeContent.Deleted(var by) => Notices.DeletedSince(words, name, ResourceLines.Of(by), now),
            NoticeContent.EndsSoon
            or NoticeContent.Twin
            or NoticeContent.Awaited
            or NoticeContent.Delayed
            or NoticeContent.Turn
            or NoticeContent.TurnPassed
            or NoticeContent.TurnTaken
            or NoticeContent.Passed
            or NoticeContent.HandedPast => throw new UnreachableException("It is true, or nothing."),
            _ => throw new UnreachableException(),
        };
    }
}
