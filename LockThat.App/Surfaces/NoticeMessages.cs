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
        return notice.Workspace.ToDrawnFor().Mark(OfLine(notice, about) ?? Of(notice, ReaderOf(notice)));
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

    private static Message Of(Notice notice, Reader reader)
    {
        var (words, name) = (reader.Words(), notice.Resource);
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
            _ => throw new UnreachableException(),
        };
    }

    // Of a line, with the reader's place in it.
    private static Message? OfLine(Notice notice, Answered about)
    {
        var words = about.Words;
        ResourceLine Held(Lease lease) => about.Line with { Lease = ResourceLines.Of(lease), Turn = null };
        return notice.Content switch
        {
            NoticeContent.Turn(var wait, var until, var waiting) => Notices.Turn(
                words,
                about.Line with
                {
                    Turn = new(wait.Id.Value, ResourceLines.Of(wait.Who), until),
                    IsOwnTurn = true,
                    Waiting = waiting,
                    Place = about.Line.Place ?? ResourceLines.Of(wait, about.Rules),
                }
            ),
            NoticeContent.TurnPassed => Notices.TurnPassed(words, about.Name.Display),
            NoticeContent.TurnTaken(var by) => Notices.TurnTaken(words, Held(by)),
            NoticeContent.Passed(var before) => Notices.Passed(words, about.Line, ResourceLines.Of(before.Who)),
            NoticeContent.HandedPast(var lease, var by) => Notices.HandedPast(words, Held(lease), ResourceLines.Of(by)),
            NoticeContent.Delayed(_, var lease) => Notices.Delayed(words, Held(lease)),
            NoticeContent.Awaited(var lease, var first, var waiting) => Notices.Awaited(
                words,
                about.Held(lease) with
                {
                    Waiting = waiting,
                },
                new(ResourceLines.Of(first.Who), ResourceLines.LengthOf(first, about.Rules))
            ),
            _ => null,
        };
    }

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
            NoticeContent.EndsSoon or NoticeContent.Twin => throw new UnreachableException("It is true, or nothing."),
            _ => throw new UnreachableException(),
        };
    }
}
