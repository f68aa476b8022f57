using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

internal sealed partial class Surfaces
{
    private static readonly WaitLine[] Ahead =
    [
        new("U0BOB", TimeSpan.FromHours(1)),
        new(new ActorLine("U0ADA", "build 812"), TimeSpan.FromMinutes(30)),
        new("U0CLEO", TimeSpan.FromDays(1)),
        new("U0DORA", TimeSpan.FromHours(2)),
        new("U0EVE", TimeSpan.FromHours(2)),
    ];

    private PlaceLine First => new(1, Noon.AddHours(2), TimeSpan.FromHours(1), words.Reason) { Wait = "wait-ada" };

    private ResourceLine Awaited => Others with { Waiting = 3 };

    private ResourceLine InLine => Awaited with { Place = First with { Number = 2, Expected = Noon.AddHours(3) } };

    private ResourceLine FirstInLine => Awaited with { Place = First };

    private ResourceLine OthersTurn => Free with { Turn = new("wait-bob", "U0BOB", Noon.AddMinutes(10)), Waiting = 2 };

    private ResourceLine OwnTurn => OthersTurn with { IsOwnTurn = true, Place = First with { Expected = Noon } };

    private Dictionary<string, Message> OfWaiting =>
        new()
        {
            ["reply-not-locked-awaited"] = Replies.Refused(says, Awaited, says.NotLocked),
            ["reply-not-locked-in-line"] = Replies.Refused(says, InLine, says.NotLocked),
            ["reply-not-locked-turn"] = Replies.Refused(says, OthersTurn, says.NotLocked),
            ["reply-not-extended-turn"] = Replies.Refused(says, OthersTurn, says.NotExtended),
            ["reply-not-deleted-turn"] = Replies.Refused(says, OthersTurn, says.NotDeleted),
            ["reply-unlocked-turn"] = Replies.Freed(says, OthersTurn, says.Unlocked, _adasLease),
            ["reply-unlocked-own-turn"] = Replies.Freed(says, OwnTurn, says.Unlocked),
            ["reply-was-turn"] = Replies.About(says, OthersTurn, says.WasFree),
            ["reply-not-extended-own-turn"] = Replies.About(says, OwnTurn, says.NothingToExtend),
            ["reply-taken-over-awaited"] = Replies.TakenOver(
                says,
                Own with
                {
                    Waiting = 2,
                },
                TimeSpan.FromHours(2),
                BobsLease
            ),
            ["reply-extended-awaited"] = Replies.About(
                says,
                Own with
                {
                    Waiting = 1,
                },
                line => says.Extended(line, TimeSpan.FromHours(1))
            ),
            ["reply-joined"] = Replies.Joined(says, FirstInLine, []),
            ["reply-joined-second"] = Replies.Joined(says, InLine, Ahead[..1]),
            ["reply-joined-long-line"] = Replies.Joined(
                says,
                InLine with
                {
                    Waiting = 1_100,
                    Place = First with { Number = 1_013 },
                },
                Ahead
            ),
            ["reply-joined-behind-turn"] = Replies.Joined(
                says,
                OthersTurn with
                {
                    Place = First with { Number = 2 },
                },
                Ahead[..1]
            ),
            ["reply-joined-again"] = Replies.JoinedAgain(
                says,
                InLine,
                First with
                {
                    Length = TimeSpan.FromHours(4),
                    Reason = null,
                },
                Ahead[..1]
            ),
            ["reply-joined-again-cleared"] = Replies.JoinedAgain(
                says,
                InLine with
                {
                    Place = First with { Reason = null },
                },
                First with
                {
                    Reason = "old",
                },
                []
            ),
            ["reply-joined-again-same"] = Replies.JoinedAgain(says, InLine, First, Ahead[..1]),
            ["reply-joined-again-own-turn"] = Replies.JoinedAgain(
                says,
                OwnTurn,
                First with
                {
                    Length = TimeSpan.FromHours(4),
                },
                []
            ),
            ["reply-locked-at-once"] = Replies.About(
                says,
                Own,
                line => says.LockedAtOnce(line, TimeSpan.FromHours(2), isCreated: false)
            ),
            ["reply-went-next"] = Replies.WentNext(says, FirstInLine, []),
            ["reply-let-go-first"] = Replies.LetGoFirst(says, InLine, "U0BOB", Ahead[..1]),
            ["reply-left"] = Replies.About(says, Awaited, says.Left),
            ["reply-left-free"] = Replies.About(says, Free, says.Left),
            ["reply-turn-taken"] = Replies.TurnTaken(says, Own, TimeSpan.FromHours(2), "U0BOB"),
            ["reply-turn-given-back"] = Replies.About(says, OthersTurn, says.TurnGivenBack),
            ["reply-holds-already"] = Replies.About(says, Own, says.HoldsAlready),
            ["reply-joined-too-long"] = Replies.Say(says.JoinedTooLong(words.Name, TimeSpan.FromDays(30))),
            ["reply-line-is-full"] = Replies.LineIsFull(says, Others with { Waiting = 100 }, 100),
            ["reply-not-in-line"] = Replies.About(says, Awaited, says.NotInLine),
            ["reply-nobody-behind"] = Replies.About(says, OwnTurn with { Waiting = 1 }, says.NobodyBehind),
            ["reply-being-upgraded"] = Replies.TryAgain(says.BeingUpgraded),
            ["reply-join-what"] = Replies.JoinWhat(
                says,
                words.Typed,
                isMoment: false,
                [new($"Join the line of {words.Name} for 30 minutes", $"queue {words.Name} 30 minutes")]
            ),
            ["reply-ask-what-unknown"] = Replies.AskWhat(says, words.Typed, isMoment: false, []),
            ["reply-join-what-unknown"] = Replies.JoinWhat(says, words.Typed, isMoment: false, []),
            ["reply-help-more"] = Replies.HelpMore(says),
            ["reply-help-on-queue"] = Replies.HelpOn(says, CommandWord.Queue),
            ["reply-waits"] = Replies.Waits(
                says,
                [InLine, new ResourceLine("device-1", BobsLease) { Waiting = 1, Place = First }]
            ),
            ["reply-waits-empty"] = Replies.Waits(says, []),
            ["reply-leave-which"] = Replies.LeaveWhich(says, [InLine, OwnTurn]),
            ["reply-mine-and-waits"] = Replies.Mine(says, [Own with { Name = "device-1", Waiting = 1 }], [InLine]),
            ["reply-mine-waits-only"] = Replies.Mine(says, [], [OwnTurn]),
            ["reply-list-of-lines"] = Replies.List(
                says,
                [
                    OwnTurn with
                    {
                        Name = "device-1",
                    },
                    OthersTurn with
                    {
                        Name = "device-2",
                        IsWatched = true,
                    },
                    InLine,
                    Awaited with
                    {
                        Name = "device-4",
                    },
                    Watched with
                    {
                        Name = "device-5",
                        Waiting = 1,
                    },
                ]
            ),
            ["notice-ends-soon-awaited"] = Notices.EndsSoon(says, Own with { Waiting = 2 }),
            ["notice-turn"] = Notices.Turn(says, OwnTurn),
            ["notice-turn-alone"] = Notices.Turn(says, OwnTurn with { Waiting = 1 }),
            ["notice-turn-passed"] = Notices.TurnPassed(says, words.Name, First),
            ["notice-turn-taken"] = Notices.TurnTaken(says, FirstInLine),
            ["notice-passed"] = Notices.Passed(says, InLine, "U0BOB"),
            ["notice-handed-past"] = Notices.HandedPast(says, FirstInLine, "U0BOB"),
            ["notice-delayed"] = Notices.Delayed(says, FirstInLine),
            ["notice-awaited"] = Notices.Awaited(says, Own with { Waiting = 1 }, Ahead[0]),
            ["notice-awaited-by-several"] = Notices.Awaited(says, Own with { Waiting = 3 }, Ahead[1]),
            ["notice-free-after-turn"] = Notices.FreeAfterTurn(says, Free),
            ["notice-ended-since-turn"] = Notices.EndedSince(says, words.Name, Noon, OthersTurn),
            ["notice-taken-over-since-turn"] = Notices.TakenOverSince(
                says,
                words.Name,
                "U0BOB",
                OthersTurn,
                _adasLease
            ),
            ["notice-freed-by-other-since-turn"] = Notices.FreedByOtherSince(says, words.Name, "U0BOB", OthersTurn),
            ["notice-given-back-too-late-since-turn"] = Notices.GivenBackTooLateSince(
                says,
                words.Name,
                "U0BOB",
                OthersTurn
            ),
            ["notice-deleted-since-turn"] = Notices.DeletedSince(says, words.Name, "U0BOB", OthersTurn),
        };
}
