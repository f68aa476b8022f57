using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Waiting;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

/// <summary>Every notice as the message that its recipient gets, in the recipient's language.</summary>
internal static class NoticeMessages
{
    /// <summary>A notice that is still true as it was written.</summary>
    /// <param name="reader">The recipient.</param>
    /// <param name="present">The resource now, for the reader's place in line.</param>
    /// <param name="now">The moment of the look.</param>
    public static Message Of(Notice notice, Reader reader, Resource? present = null, DateTimeOffset? now = null)
    {
        var about = new Answered(notice.Resource, present, now, reader, reader.Rules);
        return notice.Workspace.ToDrawnFor().Mark(Of(notice, about));
    }

    /// <summary>The message of a notice at the moment of its delivery; null when there is nothing to tell any
    /// more.</summary>
    /// <param name="reader">The recipient.</param>
    /// <param name="now">The moment of its delivery.</param>
    public static Message? Of(Notice notice, Telling telling, Reader reader, DateTimeOffset now) =>
        telling switch
        {
            Telling.AsItWas(var news) told => Of(notice with { Content = news }, reader, told.Present, now),
            Telling.Since(var news, var present) => notice
                .Workspace.ToDrawnFor()
                .Mark(
                    Since(
                        notice.Resource.Display,
                        news,
                        present is null ? null : ResourceLines.Of(present, reader, reader.Rules, now),
                        reader
                    )
                ),
            Telling.NextTime or Telling.Nothing => null,
            _ => throw new UnreachableException(),
        };

    private static Message Of(Notice notice, Answered about)
    {
        var (words, name, reader) = (about.Words, about.Name, about.Reader);
        var free = ResourceLines.Of(name, reader);
        return notice.Content switch
        {
            NoticeContent.EndsSoon soon => Of(soon, about),
            NoticeContent.Ended(var lease) => Notices.Ended(words, free, lease.Until),
            NoticeContent.Free({ } was) => Notices.Free(words, free, ResourceLines.Of(was.Holder)),
            NoticeContent.Free => Notices.FreeAfterTurn(words, free),
            NoticeContent.TakenOver(var lost, var by) => Notices.TakenOver(
                words,
                ResourceLines.Of(name, by, reader),
                ResourceLines.Of(lost)
            ),
            NoticeContent.FreedByOther(_, var by) => Notices.FreedByOther(words, free, ResourceLines.Of(by)),
            NoticeContent.GivenBack given => Of(given, about),
            NoticeContent.Twin(var lease, var other) => Notices.Twin(
                words,
                ResourceLines.Of(name, lease, reader),
                other.Display
            ),
            NoticeContent.Deleted(var by) => Notices.Deleted(words, name.Display, ResourceLines.Of(by)),
            NoticeContent.Turn turn => Of(turn, about),
            NoticeContent.TurnPassed(var wait) => Notices.TurnPassed(words, name.Display, Wish(wait, about)),
            NoticeContent.TurnTaken(var by) => Notices.TurnTaken(words, Behind(by, about)),
            NoticeContent.Passed(var before) => Notices.Passed(words, about.Line, ResourceLines.Of(before.Who)),
            NoticeContent.HandedPast(var lease, var by) => Notices.HandedPast(
                words,
                Behind(lease, about),
                ResourceLines.Of(by)
            ),
            NoticeContent.Delayed(_, var lease) => Notices.Delayed(words, Behind(lease, about)),
            NoticeContent.Awaited awaited => Of(awaited, about),
            NoticeContent.Asked asked => Of(asked, about),
            NoticeContent.HandedOver(var lease, var by) => Notices.HandedOver(
                words,
                about.Held(lease),
                ResourceLines.Of(by)
            ),
            NoticeContent.Kept kept => Of(kept, about),
            NoticeContent.Given(var lease, var by) => Notices.Given(words, about.Held(lease), ResourceLines.Of(by)),
            NoticeContent.Back(var by) => Notices.Back(words, name.Display, ResourceLines.Of(by), about.Line),
            _ => throw new UnreachableException(),
        };
    }

    private static Message Of(NoticeContent.EndsSoon news, Answered about) =>
        Notices.EndsSoon(
            about.Words,
            ResourceLines.Of(about.Name, news.Lease, about.Reader) with
            {
                Waiting = news.Waiting,
            }
        );

    private static Message Of(NoticeContent.GivenBack news, Answered about) =>
        news.EndHasPassed
            ? Notices.GivenBackTooLate(
                about.Words,
                ResourceLines.Of(about.Name, about.Reader),
                ResourceLines.Of(news.By)
            )
            : Notices.GivenBack(
                about.Words,
                ResourceLines.Of(about.Name, news.Lease, about.Reader),
                ResourceLines.Of(news.By)
            );

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

    private static PlaceLine Wish(Wait wait, Answered about) => ResourceLines.Of(wait, about.Rules);

    // A lock that the reader waits behind, with their place in line.
    private static ResourceLine Behind(Lease lease, Answered about) =>
        about.Line with
        {
            Lease = ResourceLines.Of(lease),
            Turn = null,
        };

    private static Message Of(NoticeContent.Asked news, Answered about) =>
        Notices.Asked(
            about.Words,
            about.Held(news.Lease) with
            {
                Waiting = news.Waiting,
            },
            ResourceLines.Of(news.Plea, about.Rules)
        );

    private static Message Of(NoticeContent.Kept news, Answered about) =>
        Notices.Kept(about.Words, about.Present is null ? about.Held(news.Lease) : about.Line, news.Answer?.Value);

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
            NoticeContent.Back(var by) => Notices.Back(words, name, ResourceLines.Of(by), now),
            NoticeContent.EndsSoon
            or NoticeContent.Twin
            or NoticeContent.Awaited
            or NoticeContent.Delayed
            or NoticeContent.Turn
            or NoticeContent.TurnPassed
            or NoticeContent.TurnTaken
            or NoticeContent.Passed
            or NoticeContent.HandedPast
            or NoticeContent.Asked
            or NoticeContent.HandedOver
            or NoticeContent.Kept
            or NoticeContent.Given => throw new UnreachableException("It is true, or nothing."),
            _ => throw new UnreachableException(),
        };
    }
}
