using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

internal sealed partial class Surfaces
{
    private AskLine CleosAsk => new("ask-cleo", "U0CLEO", TimeSpan.FromHours(1), words.Reason) { Said = Noon };

    private ResourceLine Bobs => new(words.Name, BobsLease);

    private Dictionary<string, Message> OfAsking =>
        new()
        {
            ["reply-asked"] = Replies.Asked(says, Others, CleosAsk, isTold: true),
            ["reply-asked-again"] = Replies.Asked(says, InLine, CleosAsk with { Message = null }, isTold: false),
            ["reply-asked-after-answer"] = Replies.AskedAfterAnswer(says, Others, Noon.AddMinutes(5)),
            ["reply-locked-unasked"] = Replies.About(
                says,
                Own,
                line => says.LockedUnasked(line, TimeSpan.FromHours(2))
            ),
            ["reply-asked-too-long"] = Replies.Say(says.AskedTooLong(words.Name, TimeSpan.FromDays(366))),
            ["reply-asked-for-own"] = Replies.About(says, Own, says.AskedForOwn),
            ["reply-not-asked-turn"] = Replies.Refused(says, OthersTurn, says.NotAsked),
            ["reply-handed-over"] = Replies.Say(says.HandedOver(Bobs, TimeSpan.FromMinutes(40))),
            ["reply-kept"] = Replies.About(says, Own, line => says.YouKeepIt(line, "U0CLEO", words.Reason)),
            ["reply-kept-without-words"] = Replies.About(says, Own, line => says.YouKeepIt(line, "U0CLEO", null)),
            ["reply-ask-has-changed"] = Replies.AskHasChanged(says, Own, CleosAsk),
            ["reply-ask-is-over"] = Replies.AskIsOver(says, words.Name, Others),
            ["reply-ask-is-over-gone"] = Replies.AskIsOver(says, words.Name, line: null),
            ["reply-given"] = Replies.Say(says.Given(Others)),
            ["reply-not-given"] = Replies.Refused(says, Others, says.NotGiven),
            ["reply-nothing-to-give"] = Replies.About(says, Free, says.NothingToGive),
            ["reply-not-given-to-oneself"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveToOneself),
            ["reply-not-given-to-several"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveToSeveral),
            ["reply-message-too-long"] = Replies.ReasonTooLong(says, CommandWord.Ask, words.Name, 200),
            ["reply-not-given-to-bot"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveToBot),
            ["reply-not-given-to-deactivated"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveToDeactivated),
            ["reply-not-given-to-stranger"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveToStranger),
            ["reply-not-given-now"] = Replies.NotGivenTo(says, words.Name, says.CannotGiveNow),
            ["notice-asked"] = Notices.Asked(says, Own, CleosAsk),
            ["notice-asked-awaited"] = Notices.Asked(says, Own with { Waiting = 2 }, CleosAsk with { Message = null }),
            ["notice-handed-over"] = Notices.HandedOver(says, Own, "U0BOB"),
            ["notice-kept"] = Notices.Kept(says, Others, words.Reason),
            ["notice-kept-in-line"] = Notices.Kept(says, InLine, answer: null),
            ["notice-given"] = Notices.Given(says, Own, "U0BOB"),
        };

    private Dictionary<string, Message> OfUndo =>
        new()
        {
            ["reply-unlocked-undo"] = Replies.Freed(says, Free, says.Unlocked, _adasLease),
            ["reply-unlocked-own-turn-undo"] = Replies.Freed(says, OwnTurn, says.Unlocked, _adasLease),
            ["reply-deleted-undo"] = Replies.Deleted(says, words.Name, "resource-1", new(IsHeld: true)),
            ["reply-deleted-awaited"] = Replies.Deleted(
                says,
                words.Name,
                "resource-1",
                new(IsTurn: true, InLine: 1, Watchers: 2)
            ),
            ["reply-deleted-watched"] = Replies.Deleted(
                says,
                words.Name,
                "resource-1",
                new(InLine: 1_000, Watchers: 1)
            ),
            ["reply-undone"] = Replies.Undone(says, Own, says.Undone(Own)),
            ["reply-undone-for-another"] = Replies.Undone(says, Others, says.Undone(Others)),
            ["reply-undone-before"] = Replies.About(says, Own, says.UndoneBefore),
            ["reply-restored"] = Replies.Undone(says, Own, says.Restored(Own)),
            ["reply-restored-free"] = Replies.Undone(says, Free, says.Restored(Free)),
            ["reply-not-undone"] = Replies.NotUndone(says, Bobs, _adasLease),
            ["reply-not-undone-in-line"] = Replies.NotUndone(says, InLine, _adasLease),
            ["reply-not-undone-turn"] = Replies.NotUndone(says, OthersTurn, lost: null),
            ["reply-undone-too-late"] = Replies.About(
                says,
                Free,
                line => says.UndoneTooLate(line.Name, TimeSpan.FromMinutes(10), line)
            ),
            ["reply-undone-too-late-gone"] = Replies.Say(
                says.UndoneTooLate(words.Name, TimeSpan.FromMinutes(10), line: null)
            ),
            ["reply-undone-after-end"] = Replies.About(says, Free, says.UndoneAfterEnd),
            ["reply-not-restored"] = Replies.About(says, Others, says.NotRestored),
            ["notice-back"] = Notices.Back(says, words.Name, "U0BOB", Watched),
            ["notice-back-in-line"] = Notices.Back(says, words.Name, "U0BOB", InLine),
            ["notice-back-free"] = Notices.Back(says, words.Name, "U0BOB", Free),
            ["notice-back-gone"] = Notices.Back(says, words.Name, "U0BOB", now: null),
        };
}
