using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

// A moment in the place of a length.
internal sealed partial class Surfaces
{
    private Dictionary<string, Message> OfMoments =>
        new()
        {
            ["reply-unclear-moment"] = Replies.UnclearMoment(
                says,
                CommandWord.Lock,
                words.Name,
                says.UnreadableMoment(words.Typed),
                [
                    new(
                        says.LockSuggestion(words.Name, new(null, "17:00"), null),
                        $"lock {words.Name} until 17:00 {words.Reason}"
                    ),
                    new(
                        says.LockSuggestion(words.Name, new(TimeSpan.FromDays(1), null), $"until 17 {words.Reason}"),
                        $"lock {words.Name} 1 day until 17 {words.Reason}"
                    ),
                ]
            ),
            ["reply-unclear-moment-unknown"] = Replies.UnclearMoment(
                says,
                CommandWord.Extend,
                words.Name,
                says.UnreadableMoment(words.Typed),
                []
            ),
            ["reply-moment-has-passed"] = Replies.UnclearMoment(
                says,
                CommandWord.Extend,
                words.Name,
                says.MomentHasPassed("today 09:00"),
                [
                    new(
                        says.ExtendSuggestion(words.Name, new(null, "2026-11-23 09:00")),
                        $"extend {words.Name} until 2026-11-23 09:00"
                    ),
                ]
            ),
            ["reply-no-such-day"] = Replies.UnclearMoment(
                says,
                CommandWord.Queue,
                words.Name,
                says.NoSuchDay("fri 24 dec"),
                [
                    new(
                        says.JoinSuggestion(words.Name, new(null, "2026-12-24"), null),
                        $"queue {words.Name} until 2026-12-24"
                    ),
                    new(says.AskSuggestion(words.Name, new(null, "fri"), null), $"ask {words.Name} until fri"),
                ]
            ),
            ["reply-zone-is-unknown"] = Replies.BadDuration(
                says,
                CommandWord.Lock,
                words.Name,
                says.ZoneIsUnknown("17:30")
            ),
            ["reply-moment-as-name"] = Replies.LockWhat(
                says,
                words.Typed,
                isMoment: true,
                [new(says.LockSuggestion(words.Name, new(null, "17:00"), null), $"lock {words.Name} until 17:00")]
            ),
            ["reply-moment-as-name-to-join"] = Replies.JoinWhat(says, words.Typed, isMoment: true, []),
            ["reply-moment-as-name-to-extend"] = Replies.ExtendWhat(
                says,
                words.Typed,
                isMoment: true,
                [new(says.ExtendSuggestion(words.Name, new(null, "fri")), $"extend {words.Name} until fri")]
            ),
            ["reply-ends-later"] = Replies.About(says, Own, line => says.EndsLater(line, Noon.AddHours(1))),
        };
}
