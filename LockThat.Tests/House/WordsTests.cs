using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Slack;
using LockThat.Blocks.Kit;
using LockThat.Tests.Locks;

namespace LockThat.Tests.House;

/// <summary>Whatever may come of a request, and whatever a person must be told, has words.</summary>
public sealed class WordsTests
{
    private static readonly Lease Adas = new(new("lease-ada"), Some.Ada, Some.Noon, Some.Noon.AddHours(2), Reason.Of("demo"));
    private static readonly Lease Bobs = new(new("lease-bob"), Some.Bob, Some.Noon, Some.Noon.AddHours(1), null);
    private static readonly Resource Free = new(Some.Acme, Some.TestSite);
    private static readonly Resource Held = Free with { Lease = Bobs };
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    // One of each case; a new case fails the test below until it stands here, and so is fed to Say.
    private static readonly object[] Said =
    [
        new LockOutcome.Locked(Adas, Created: true), new LockOutcome.Renewed(Adas, Bobs, TimeSpan.FromHours(2)),
        new LockOutcome.TakenOver(Adas, Bobs), new LockOutcome.HeldBy(Bobs, Watching: false), new LockOutcome.Stale(Held),
        new LockOutcome.TooLong(Year), new LockOutcome.EndHasPassed(), new LockOutcome.TooMany(1000),
        new UnlockOutcome.Unlocked(), new UnlockOutcome.FreedFromOther(Bobs), new UnlockOutcome.HeldBy(Bobs, Watching: true),
        new UnlockOutcome.WasFree(), new UnlockOutcome.NoSuchResource(), new UnlockOutcome.Stale(null),
        new ExtendOutcome.Extended(Adas, TimeSpan.FromHours(1)), new ExtendOutcome.HeldBy(Bobs, Watching: false),
        new ExtendOutcome.WasFree(), new ExtendOutcome.NoSuchResource(), new ExtendOutcome.TooLong(Adas, Year),
        new ExtendOutcome.Stale(Free),
        new GiveBackOutcome.GivenBack(Bobs), new GiveBackOutcome.Freed(Bobs), new GiveBackOutcome.Stale(Held),
        new WatchOutcome.Watching(Bobs), new WatchOutcome.NotWatching(Bobs), new WatchOutcome.Stale(Free),
        new CreateOutcome.Created(Some.TestSite), new CreateOutcome.Exists(Held), new CreateOutcome.TooMany(1000),
        new DeleteOutcome.Deleted(Some.TestSite, Adas), new DeleteOutcome.HeldBy(Bobs, Watching: false),
        new DeleteOutcome.NoSuchResource(), new DeleteOutcome.Stale(Free),
        new News.EndsSoon(Adas), new News.Ended(Adas), new News.Free(Bobs), new News.TakenOver(Adas, Bobs),
        new News.FreedByOther(Adas, Some.Bob), new News.GivenBack(Adas, Some.Bob, EndHasPassed: false), new News.Deleted(Some.Bob),
        new News.Twin(Adas, ResourceName.Of("test—site")),
    ];

    [Fact]
    public void The_list_of_what_may_happen_is_complete() =>
        ClosedHierarchies.All.Where(type => type.Namespace == typeof(News).Namespace)
            .Where(type => type == typeof(News) || type.Name.EndsWith("Outcome", StringComparison.Ordinal))
            .SelectMany(ClosedHierarchies.Cases).Except(Said.Select(said => said.GetType())).Select(type => $"{type}")
            .ShouldBeNone("Put one of each case into the list of this test");

    [Fact]
    public void Whatever_happens_has_words_in_text_and_blocks() =>
        Said.Select(said => (Case: said.GetType(), Message: Words(said)))
            .Where(said => said.Message.Text.Length == 0 || said.Message.Blocks is null or { Count: 0 }).Select(said => $"{said.Case}")
            .ShouldBeNone("An answer has both text and blocks");

    [Fact]
    public void No_two_outcomes_of_a_request_read_alike() =>
        Said.GroupBy(said => (Hierarchy: said.GetType().BaseType, Words(said).Text)).Where(alike => alike.Count() > 1)
            .Select(alike => string.Join(" and ", alike.Select(said => said.GetType())))
            .ShouldBeNone("A refusal must not be taken for success");

    private static Message Words(object happened) => happened switch
    {
        LockOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        UnlockOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        ExtendOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        GiveBackOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        WatchOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        CreateOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        DeleteOutcome outcome => Say.Of(Answered(outcome), Some.Ada),
        News news => Say.Of(new Notice(Some.Acme, Some.Ada, Some.TestSite, Some.Noon, news)),
        _ => throw new UnreachableException($"{happened.GetType()} is said nowhere."),
    };

    private static Answered<T> Answered<T>(T outcome) => new(outcome, Some.TestSite);
}
