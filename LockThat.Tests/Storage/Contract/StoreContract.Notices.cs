using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Notices are stored with their cause, in order for each person, until they were delivered.</summary>
public abstract partial class StoreContract
{
    private static readonly Lease ALease = new(
        new("lease"),
        Some.Ada,
        Some.Noon,
        Some.Noon.AddHours(2),
        Reason.Of("demo")
    );

    [Fact]
    public async Task A_change_and_its_notice_outlive_the_app_together()
    {
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        var taken = await Lock(Some.Bob, "r2", Some.TestSite, Some.Override(TimeSpan.FromHours(1)));
        await Reopen();

        var (_, lease, former) = taken.ShouldHave<TakenOver>();
        (await Stored(Some.TestSiteKey))!.Lease.ShouldBe(lease);
        var told = (await Outbox.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice;
        told.To.ShouldBe(Some.Ada);
        told.Content.ShouldBe(new NoticeContent.TakenOver(former, lease));
    }

    [Fact]
    public async Task Every_kind_of_news_comes_back_as_it_was()
    {
        var grid = new Workspace(Some.Acme.Team, new("E0GRID"));
        NoticeContent[] news =
        [
            new NoticeContent.EndsSoon(ALease),
            new NoticeContent.Ended(ALease),
            new NoticeContent.Free(ALease),
            new NoticeContent.TakenOver(ALease, ALease with { Former = ALease }),
            new NoticeContent.FreedByOther(ALease, Some.Bob),
            new NoticeContent.GivenBack(ALease, Some.Bob, EndHasPassed: true),
            new NoticeContent.Deleted(Some.Bob),
            new NoticeContent.Twin(ALease, Name("bob’s-phone")),
            new NoticeContent.Back(Some.Bob),
            .. NewsOfLines(),
        ];
        news.Select(one => one.GetType()).ShouldBe(typeof(NoticeContent).GetNestedTypes(), ignoreOrder: true);
        var notices = news.Select(
                (one, number) => new Notice(grid, new UserId($"U{number}"), Some.TestSite, Some.Noon, one)
            )
            .ToArray();
        await Tell(notices);
        await Reopen();

        (await Outbox.ClaimNotices(99, Cancel)).Select(pending => pending.Notice).ShouldBe(notices);
    }

    private static IEnumerable<NoticeContent> NewsOfLines()
    {
        var wait = AWait(Some.Bob) with { Length = TimeSpan.FromHours(1), Reason = Reason.Of("<b>") };
        var plea = new Plea(new("plea"), Some.Bob, Some.Noon) { AskedAt = Some.Noon, Message = Reason.Of("please") };
        yield return new NoticeContent.Awaited(ALease, wait, Waiting: 1);
        yield return new NoticeContent.Delayed(wait, ALease);
        yield return new NoticeContent.Turn(wait, Some.Noon.AddMinutes(10), Waiting: 1);
        yield return new NoticeContent.TurnPassed(wait);
        yield return new NoticeContent.TurnTaken(ALease);
        yield return new NoticeContent.Passed(wait);
        yield return new NoticeContent.HandedPast(ALease, Some.Bob);
        yield return new NoticeContent.Asked(ALease, plea, Waiting: 0);
        yield return new NoticeContent.HandedOver(ALease, Some.Bob);
        yield return new NoticeContent.Kept(ALease, Reason.Of("soon"));
        yield return new NoticeContent.Given(ALease, Some.Bob);
    }

    [Fact]
    public async Task A_person_is_told_one_thing_at_a_time_in_order()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Bob, "2"), To(Some.Ada, "3"));
        await Tell(To(Some.Ada, "4"));

        var first = await Claim("1", "2");
        await Outbox.Delivered(first[0], Cancel);
        await Outbox.Delivered((await Claim("3"))[0], Cancel);
        var last = await Claim("4");
        last[0].Number.ShouldBeGreaterThan(first[0].Number);
    }

    [Fact]
    public async Task No_more_people_are_claimed_than_asked_for()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Bob, "2"), To(Some.Cleo, "3"));

        await Claim(2, "1", "2");
        await Claim(2, "3");
    }

    [Fact]
    public async Task The_same_id_in_two_workspaces_is_two_people()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Ada, "2") with { Workspace = Some.Globex });

        await Claim("1", "2");
    }

    [Fact]
    public async Task A_notice_put_off_holds_back_that_person_alone()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Ada, "2"), To(Some.Bob, "3"));
        var claimed = await Claim("1", "3");

        await Outbox.DeliverLater(claimed[0], TimeSpan.FromSeconds(2), isAttempt: true, Cancel);
        await Outbox.Delivered(claimed[1], Cancel);
        await Tell(To(Some.Bob, "4"));

        await Claim("4");
        await Pass(TimeSpan.FromSeconds(2));
        (await Claim("1"))[0].Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Attempts_are_counted_across_starts()
    {
        await Tell(To(Some.Ada, "1"));
        await Outbox.DeliverLater((await Claim("1"))[0], TimeSpan.Zero, isAttempt: true, Cancel);
        await Outbox.DeliverLater((await Claim("1"))[0], TimeSpan.Zero, isAttempt: true, Cancel);
        await Reopen();

        (await Claim("1"))[0].Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_claim_does_not_outlive_the_app()
    {
        await Tell(To(Some.Ada, "1"));
        await Claim("1");
        await Reopen();

        await Claim("1");
    }

    [Fact]
    public async Task What_was_delivered_is_forgotten_for_good_and_twice_is_once()
    {
        await Tell(To(Some.Ada, "1"), To(Some.Ada, "2"));
        var first = await Claim("1");
        await Outbox.Delivered(first[0], Cancel);
        await Outbox.Delivered(first[0], Cancel);
        await Outbox.DeliverLater(first[0], TimeSpan.Zero, isAttempt: true, Cancel);
        await Reopen();

        await Claim("2");
    }

    [Fact]
    public async Task Many_that_are_delivered_at_once_are_all_forgotten_and_nothing_else()
    {
        await Tell([.. Enumerable.Range(0, 600).Select(number => To(new($"U{number}"), "told")), To(Some.Ada, "1")]);
        var told = (await Outbox.ClaimNotices(999, Cancel)).Where(one => one.Notice.To != Some.Ada).ToList();

        await Task.WhenAll(told.Select(one => Outbox.Delivered(one, Cancel)));
        await Reopen();

        told.Count.ShouldBe(600);
        await Claim("1");
    }

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        await Tell(To(Some.Ada, "1"));
        var first = await Claim("1");
        await Outbox.Delivered(first[0], Cancel);
        await Reopen();
        await Tell(To(Some.Ada, "2"));

        (await Claim("2"))[0].Number.ShouldBeGreaterThan(first[0].Number);
    }

    [Fact]
    public async Task Who_waits_for_notices_wakes_when_one_is_stored()
    {
        var waiting = Outbox.ClaimNotices(9, Cancel);
        waiting.IsCompleted.ShouldBeFalse();

        await Tell(To(Some.Ada, "1"));

        (await waiting.WaitAsync(Patience, Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_waits_for_notices_wakes_when_the_time_of_one_comes()
    {
        await Tell(To(Some.Ada, "1"));
        await Outbox.DeliverLater((await Claim("1"))[0], TimeSpan.FromSeconds(1), isAttempt: true, Cancel);
        var waiting = Outbox.ClaimNotices(9, Cancel);
        waiting.IsCompleted.ShouldBeFalse();

        await Pass(TimeSpan.FromSeconds(1));

        (await waiting.WaitAsync(Patience, Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_notices_of_a_busy_workspace_wait_and_those_of_others_do_not()
    {
        IReadOnlyCollection<TeamId> busy = [Some.Acme.Team];
        await Tell(To(Some.Ada, "1"), To(Some.Bob, "2") with { Workspace = Some.Globex });
        var others = (await Outbox.ClaimNotices(9, () => busy, Cancel)).ShouldHaveSingleItem();
        others.Notice.Workspace.ShouldBe(Some.Globex);
        var waiting = Outbox.ClaimNotices(9, () => busy, Cancel);
        waiting.IsCompleted.ShouldBeFalse();

        busy = [];
        await Outbox.Delivered(others, Cancel);

        (await waiting.WaitAsync(Patience, Cancel)).ShouldHaveSingleItem().Notice.To.ShouldBe(Some.Ada);
    }

    [Fact]
    public async Task Waiting_for_notices_can_be_called_off()
    {
        using var calledOff = new CancellationTokenSource();
        var waiting = Outbox.ClaimNotices(9, calledOff.Token);

        await calledOff.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Claimers_at_once_never_have_the_same_person()
    {
        await Tell([.. Enumerable.Range(0, 400).Select(number => To(new($"U{number % 40}"), $"{number}"))]);
        var delivered = new List<string>();

        async Task Deliver()
        {
            while (true)
                foreach (var notice in await Outbox.ClaimNotices(3, Cancel))
                {
                    lock (delivered)
                        delivered.Add(notice.Notice.Resource.Display);
                    await Outbox.Delivered(notice, Cancel);
                    lock (delivered)
                        if (delivered.Count >= 400)
                            return;
                }
        }

        await Task.WhenAny(Enumerable.Range(0, 8).Select(_ => Task.Run(Deliver, Cancel))).Unwrap();

        foreach (var person in delivered.GroupBy(number => int.Parse(number, null) % 40))
            person
                .ToList()
                .ShouldBe(person.OrderBy(number => int.Parse(number, null)).ToList(), $"person {person.Key}");
        delivered.Count.ShouldBe(400);
    }

    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected static Notice To(UserId user, string about) =>
        new(Some.Acme, user, Name(about), Some.Noon, new NoticeContent.Ended(ALease));

    private Task<IReadOnlyList<PendingNotice>> Claim(params string[] about) => Claim(99, about);

    private async Task<IReadOnlyList<PendingNotice>> Claim(int mostPeople, params string[] about)
    {
        var claimed = await Outbox.ClaimNotices(mostPeople, Cancel).WaitAsync(Patience, Cancel);
        claimed.Select(pending => pending.Notice.Resource.Display).ShouldBe(about);
        return claimed;
    }
}
