using System.Collections.Frozen;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.Rows;
using LockThat.App.Surfaces;
using LockThat.Blocks.Kit;
using LockThat.Tests.Locks;

namespace LockThat.Tests.House;

/// <summary>Every outcome of a command and every notice to a person has words.</summary>
public sealed class WordsTests
{
    private static readonly Lease Adas = new(
        new("lease-ada"),
        Some.Ada,
        Some.Noon,
        Some.Noon.AddHours(2),
        Reason.Of("demo")
    );
    private static readonly Lease Bobs = new(new("lease-bob"), Some.Bob, Some.Noon, Some.Noon.AddHours(1), null);
    private static readonly Resource Held = Some.Resource(Some.Acme, Some.TestSite) with { Holding = Bobs };
    private static readonly Wait AdasWait = new(new("wait-ada"), Some.Ada, new(Some.Noon, 0));
    private static readonly Wait BobsWait = new(new("wait-bob"), Some.Bob, new(Some.Noon, 1));
    private static readonly Turn BobsTurn = new(BobsWait.Id, Some.Bob, Some.Noon, Some.Noon.AddMinutes(10));
    private static readonly Resource Offered = Held with
    {
        Holding = new Holding.Offered(BobsTurn),
        Line = Line.Of([BobsWait]),
    };
    private static readonly Plea BobsAsk = new(new("ask-bob"), Some.Bob, Some.Noon);
    private static readonly EventOrigin Now = Some.Origin(Some.Ada, Some.Noon);
    private static readonly EventOrigin Later = Now with { At = Some.Noon.AddHours(3) };

    // One of each; a new one fails a test below until it stands here, and so is put into words.
    private static readonly ResourceCommand[] Commands =
    [
        Some.For(TimeSpan.FromHours(1)),
        Some.Override(TimeSpan.FromHours(1)),
        new Unlock(Some.TestSite, false, Expected.Anything),
        new Extend(Some.TestSite, TimeSpan.FromHours(1), Expected.Anything),
        new ExtendUntil(Some.TestSite, Some.Noon.AddHours(3), Expected.Anything),
        new GiveBack(Some.TestSite, Adas.Id),
        new Watch(Some.TestSite, Expected.Anything),
        new WatchOn(Some.TestSite, Some.Noon),
        new Unwatch(Some.TestSite),
        new Create(Some.TestSite),
        new Delete(Some.TestSite, Expected.Anything),
        new Release(Some.TestSite, Some.Ada),
        new Join(Some.TestSite, new LockLength.Unsaid(), null, Expected.Anything),
        new Leave(Some.TestSite),
        new LetPass(Some.TestSite, AdasWait.Id),
        new GoNext(Some.TestSite, Adas.Id),
        new NoteTold(Some.TestSite, AdasWait.Id, Some.Noon),
        new Ask(Some.TestSite, new LockLength.Unsaid(), null, Expected.Anything),
        new HandOver(Some.TestSite, BobsAsk.Id),
        new Keep(Some.TestSite, BobsAsk.Id, null),
        new Give(Some.TestSite, Some.Bob, Expected.Anything),
        new Undo(Some.TestSite, Adas.Id),
        new Restore(Some.TestSite, new Deleted(Now, null, [], Line.Empty)),
        new ChangeRules(TeamPolicy.None, TeamPolicy.None),
    ];

    private static readonly Refusal[] Refusals =
    [
        new Refusal.HeldBy(Bobs, IsWatched: false),
        new Refusal.Changed(),
        new Refusal.NoSuchResource(),
        new Refusal.NearName([ResourceName.Of("test-sites")]),
        new Refusal.Exists(),
        new Refusal.NotHeld(),
        new Refusal.TooLong(TimeSpan.FromDays(366)),
        new Refusal.EndHasPassed(),
        new Refusal.EndsLater(Some.Noon),
        new Refusal.TooMany(1000),
        new Refusal.NotYourTurn(BobsTurn, 1, IsWaiting: false),
        new Refusal.AlreadyHolds(Adas),
        new Refusal.LineIsFull(100),
        new Refusal.NotInLine(),
        new Refusal.NobodyBehind(),
        new Refusal.BeingUpgraded(),
        new Refusal.ToOneself(),
        new Refusal.TooLate(TimeSpan.FromMinutes(10)),
        new Refusal.NotAllowed(Right.Override, WhoMay.Administrators, [Some.Bob]),
        new Refusal.NotByLocking(),
        new Refusal.NeedsMembership(),
        new Refusal.MembershipUnknown(),
        new Refusal.TooMuch(TeamSetting.LongestLock, TimeSpan.FromDays(366)),
    ];

    private static readonly ResourceEvent[] Answered =
    [
        new Locked(Now, Adas, IsCreated: true),
        new Renewed(Now, Adas, Bobs),
        new TakenOver(Now, Adas, Bobs),
        new Extended(Now, Adas, Bobs),
        new Unlocked(Now, Adas, []),
        new Unlocked(Now, Bobs, []),
        new GivenBack(Now, Bobs, Adas, []),
        new GivenBack(Later, Bobs, Adas, []),
        new Watched(Now, Bobs),
        new Unwatched(Now, Bobs),
        new Created(Now),
        new Deleted(Now, null, [], Line.Empty),
        new Deleted(Now, Adas, [], Line.Empty),
        new Joined(Now, AdasWait, IsAgain: false),
        new Joined(Now, AdasWait, IsAgain: true) { Before = AdasWait with { Length = TimeSpan.FromHours(9) } },
        new Left(Now, AdasWait, []),
        new Left(Now, null, []),
        new LetGoFirst(Now, AdasWait, Some.Bob),
        new WentNext(Now, AdasWait, [BobsWait]),
        new TurnTaken(Now, Adas, Some.Bob),
        new TurnGivenBack(Now, Adas, Some.Bob),
        new Asked(Now, Bobs, BobsAsk with { Who = Some.Ada }, IsTold: true),
        new Asked(Now, Bobs, BobsAsk with { Who = Some.Ada }, IsTold: false),
        new Asked(Now, Bobs, BobsAsk with { Who = Some.Ada, IsAnswered = true }, IsTold: false),
        new HandedOver(Now, Bobs, Adas, []),
        new Kept(Now, Adas, Some.Bob, Answer: null),
        new Given(Now, Bobs, Adas),
        new Undone(Now, Adas, []),
        new Restored(Now, Adas, [], Line.Empty),
        new RulesChanged(Now with { Name = ResourceName.None }, TeamPolicy.None, new() { MayOverride = WhoMay.Nobody }),
    ];

    // Nobody is answered by these.
    private static readonly ResourceEvent[] Unanswered =
    [
        new Ended(Now, Adas, []),
        new EndsSoon(Now, Adas),
        new Released(Now, Some.Ada, Adas, []),
        new Released(Now, Some.Ada, null, []) { HasWaited = true },
        new TurnGiven(Now, BobsWait, Some.Noon.AddMinutes(10)),
        new TurnPassed(Now, BobsWait, []),
        new Awaited(Now, Adas, BobsWait),
        new Delayed(Now, BobsWait, Adas),
    ];

    private static readonly NoticeContent[] News =
    [
        new NoticeContent.EndsSoon(Adas),
        new NoticeContent.Ended(Adas),
        new NoticeContent.Free(Bobs),
        new NoticeContent.TakenOver(Adas, Bobs),
        new NoticeContent.FreedByOther(Adas, Some.Bob),
        new NoticeContent.GivenBack(Adas, Some.Bob, EndHasPassed: false),
        new NoticeContent.Deleted(Some.Bob),
        new NoticeContent.Twin(Adas, ResourceName.Of("test—site")),
        new NoticeContent.Free(Was: null),
        new NoticeContent.Awaited(Adas, BobsWait, 1),
        new NoticeContent.Delayed(AdasWait, Bobs),
        new NoticeContent.Turn(AdasWait, Some.Noon.AddMinutes(10), 2),
        new NoticeContent.TurnPassed(AdasWait),
        new NoticeContent.TurnTaken(Bobs),
        new NoticeContent.Passed(BobsWait),
        new NoticeContent.HandedPast(Bobs, Some.Bob),
        new NoticeContent.Asked(Adas, BobsAsk, 1),
        new NoticeContent.HandedOver(Adas, Some.Bob),
        new NoticeContent.Kept(Bobs, Reason.Of("an hour more")),
        new NoticeContent.Given(Adas, Some.Bob),
        new NoticeContent.Back(Some.Bob),
    ];

    private static IEnumerable<(object What, Message Said)> Said =>
        [
            .. Answered.Select(happened => ((object)happened, Words(Commands[0], Accepted(happened)))),
            .. Commands.SelectMany(command =>
                Refusals
                    .Where(why => command.Refusals.Contains(why.GetType()))
                    .Select(why => ((object)(command, why), Words(command, new Outcome.Refused(why, PresentAt(why)))))
            ),
            .. News.Select(news =>
                (
                    (object)news,
                    NoticeMessages.Of(
                        new Notice(Some.Acme, Some.Ada, Some.TestSite, Some.Noon, news),
                        Reader.Of(Some.Ada)
                    )
                )
            ),
        ];

    [Fact]
    public void The_list_of_commands_is_complete() => Missing(typeof(ResourceCommand), Commands);

    [Fact]
    public void The_list_of_events_is_complete() => Missing(typeof(ResourceEvent), [.. Answered, .. Unanswered]);

    [Fact]
    public void The_lists_of_refusals_and_news_are_complete()
    {
        // No surface meets the refusal that only makes the one way in ask again.
        Missing(typeof(Refusal), [.. Refusals, new Refusal.NeedsNearNames()]);
        Missing(typeof(NoticeContent), News);
    }

    [Fact]
    public void Whatever_happens_has_words_in_text_and_blocks() =>
        Said.Where(said => said.Said.Text.Length == 0 || said.Said.Blocks is null or { Count: 0 })
            .Select(said => $"{said.What}")
            .ShouldBeNone("An answer has both text and blocks");

    [Fact]
    public void No_two_outcomes_of_a_command_read_alike() =>
        Commands
            .SelectMany(command =>
                Refusals
                    .Where(why => command.Refusals.Contains(why.GetType()))
                    .Select(why => Words(command, new Outcome.Refused(why, PresentAt(why))).Text)
                    .Concat(Answered.Select(happened => Words(command, Accepted(happened)).Text))
                    .GroupBy(text => text)
                    .Where(alike => alike.Count() > 1)
                    .Select(alike => $"{command.GetType().Name}: {alike.Key}")
            )
            .ShouldBeNone("A refusal must not be taken for success");

    [Fact]
    public void Every_event_that_the_history_keeps_has_a_sentence_there_and_a_group() =>
        Answered
            .Concat(Unanswered)
            .Where(happened => happened.IsKept)
            .Where(happened =>
                EventKinds.Of(happened).Group is null
                || !OutcomeMessages
                    .Of(happened, new Past(new English(), FrozenSet<UserId>.Empty))
                    .Fallback.Contains(happened is RulesChanged ? "Who may override" : Some.TestSite.Display)
            )
            .Select(happened => happened.GetType().Name)
            .ShouldBeNone("A kept event has its group in EventKinds, and its sentence in OutcomeMessages");

    [Fact]
    public void Every_event_has_a_word_of_its_own_in_a_store() =>
        Answered
            .Concat(Unanswered)
            .DistinctBy(happened => happened.GetType())
            .GroupBy(happened => EventKinds.Of(happened).Word)
            .Where(alike => alike.Count() > 1)
            .Select(alike => alike.Key)
            .ShouldBeNone("A word stands for one kind of events");

    [Fact]
    public void A_holder_is_told_of_what_others_or_the_clock_did() =>
        Answered
            .Concat(Unanswered)
            .SelectMany(happened =>
                App.Locks.Reactions.NoticeReactions.To([happened])
                    .Select(notice => (happened.GetType(), notice.Content.GetType()))
            )
            .ShouldBe([
                (typeof(TakenOver), typeof(NoticeContent.TakenOver)),
                (typeof(Unlocked), typeof(NoticeContent.FreedByOther)),
                (typeof(GivenBack), typeof(NoticeContent.GivenBack)),
                (typeof(GivenBack), typeof(NoticeContent.GivenBack)),
                (typeof(WentNext), typeof(NoticeContent.Passed)),
                (typeof(TurnTaken), typeof(NoticeContent.TurnTaken)),
                (typeof(Asked), typeof(NoticeContent.Asked)),
                (typeof(HandedOver), typeof(NoticeContent.HandedOver)),
                (typeof(Kept), typeof(NoticeContent.Kept)),
                (typeof(Given), typeof(NoticeContent.Given)),
                (typeof(Ended), typeof(NoticeContent.Ended)),
                (typeof(EndsSoon), typeof(NoticeContent.EndsSoon)),
                (typeof(TurnGiven), typeof(NoticeContent.Turn)),
                (typeof(TurnPassed), typeof(NoticeContent.TurnPassed)),
                (typeof(Awaited), typeof(NoticeContent.Awaited)),
                (typeof(Delayed), typeof(NoticeContent.Delayed)),
            ]);

    private static Message Words(ResourceCommand command, Outcome outcome) =>
        OutcomeMessages.Of(command, outcome, Reader.Of(Some.Ada), LockRules.Default);

    private static Outcome.Accepted Accepted(ResourceEvent happened) =>
        new(happened)
        {
            Present = happened switch
            {
                Joined or WentNext => Held with { Line = Line.Of([AdasWait]) },
                LetGoFirst => Offered with { Line = Line.Of([BobsWait, AdasWait with { Ticket = new(Some.Noon, 2) }]) },
                TurnGivenBack => Offered,
                _ => Held with { Holding = happened.LeaseAfter is { } lease ? lease : Holding.Free.Instance },
            },
        };

    private static Resource? PresentAt(Refusal why) =>
        why switch
        {
            Refusal.NoSuchResource or Refusal.NearName or Refusal.TooMany => null,
            Refusal.NotYourTurn => Offered,
            Refusal.AlreadyHolds(var own) => Held with { Holding = own },
            _ => Held,
        };

    private static void Missing<T>(Type hierarchy, IReadOnlyList<T> listed)
        where T : class =>
        hierarchy
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(hierarchy))
            .Except(listed.Select(one => one.GetType()))
            .Select(type => $"{type}")
            .ShouldBeNone("Put one of each into the list of this test");
}
