using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Stored things come back as they were.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_lock_outlives_the_app()
    {
        var outcome = await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2), "demo"));
        await Reopen();

        (await Stored(Some.TestSiteKey))!.Lease.ShouldBe(outcome.ShouldHave<Locked>().Lease);
    }

    [Fact]
    public async Task An_unlock_outlives_the_app()
    {
        await Lock(Some.Ada, "r1", Some.TestSite, Some.For(TimeSpan.FromHours(2)));
        await Locks.Execute(
            Some.Ada.Asks("r2"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
        await Reopen();

        (await Stored(Some.TestSiteKey))!.Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_resource_comes_back_with_everything_it_had()
    {
        var grid = new Workspace(Some.Acme.Team, new("E0GRID"));
        var stored = await Put(
            Some.TestSite,
            now =>
                Some.Resource(grid, Some.TestSite) with
                {
                    Holding = Held(now, TimeSpan.FromHours(2), "mine") with
                    {
                        Reason = Reason.Of("release & <b>"),
                        RemindAt = now + TimeSpan.FromMinutes(105),
                        Former = Held(now, TimeSpan.FromHours(9), "theirs") with
                        {
                            Holder = Some.Bob,
                            Reason = Reason.Of("日本"),
                        },
                    },
                    Watchers = [Some.Cleo, Some.Bob],
                    Last = new(
                        new("request"),
                        new TakenOver(
                            Some.Origin(Some.Cleo, now, grid),
                            Held(now, TimeSpan.FromHours(3), "after"),
                            Held(now, TimeSpan.FromHours(1), "before")
                        )
                    ),
                }
        );
        await Reopen();

        var back = (await Stored(Some.TestSiteKey))!;
        back.Watchers.ShouldBe([Some.Cleo, Some.Bob]);
        (back with { Watchers = stored.Watchers }).ShouldBe(stored);
    }

    [Fact]
    public async Task A_deleted_resource_stays_away_and_can_be_created_again()
    {
        await Put(Some.TestSite, _ => Free(Some.TestSite));
        await Store.Change(Some.TestSiteKey, (_, _) => Some.Becomes(null), Cancel);
        await Reopen();
        (await Stored(Some.TestSiteKey)).ShouldBeNull();

        await Put(Some.TestSite, _ => Free(Some.TestSite));
        await Reopen();
        (await Stored(Some.TestSiteKey)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_decision_that_throws_reaches_its_caller_and_changes_nothing()
    {
        await Put(Some.TestSite, _ => Free(Some.TestSite));

        var thrown = await Should.ThrowAsync<FormatException>(
            Store.Change(Some.TestSiteKey, (_, _) => throw new FormatException("mine"), Cancel)
        );

        thrown.Message.ShouldBe("mine");
        (await Stored(Some.TestSiteKey)).ShouldBe(Free(Some.TestSite));
    }

    [Fact]
    public async Task Beside_decisions_that_throw_the_others_are_stored()
    {
        var good = Enumerable
            .Range(0, 50)
            .Select(number => Put(Name($"good-{number}"), _ => Free(Name($"good-{number}"))))
            .ToList();
        var bad = Enumerable
            .Range(0, 50)
            .Select(number =>
                Store.Change(
                    new Scope(Some.Acme.Team, Name($"bad-{number}")),
                    (_, _) => throw new FormatException(),
                    Cancel
                )
            )
            .ToList();

        await Task.WhenAll(good);
        foreach (var change in bad)
            await Should.ThrowAsync<FormatException>(change);
        await Reopen();
        (await Store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_change_that_was_called_off_before_it_began_is_not_made()
    {
        using var calledOff = new CancellationTokenSource();
        await calledOff.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            Store.Change(Some.TestSiteKey, (_, _) => Some.Becomes(Free(Some.TestSite)), calledOff.Token)
        );

        (await Stored(Some.TestSiteKey)).ShouldBeNull();
    }

    [Theory]
    [InlineData("straße", "STRAßE")]
    [InlineData("ÄPFEL", "a\u0308pfel")]
    [InlineData("Ελλάδα", "ελλάδα")]
    [InlineData("東京-サーバー", "東京-サーバー")]
    [InlineData("חדר", "חדר")]
    [InlineData("🚀", "🚀")]
    [InlineData("$oid.{a}|b", "$OID.{A}|B")]
    [InlineData("__proto__", "__PROTO__")]
    [InlineData("x');drop/**/schema/**/lockthat/**/cascade;--", "X');DROP/**/SCHEMA/**/LOCKTHAT/**/CASCADE;--")]
    public async Task A_name_in_any_script_is_found_in_every_spelling(string first, string other)
    {
        await Put(Name(first), _ => Free(Name(first)));
        await Reopen();

        (await Stored(new(Some.Acme.Team, Name(other))))!.Name.Display.ShouldBe(first);
    }

    [Fact]
    public async Task Names_that_only_look_alike_are_different_resources()
    {
        string[] names =
        [
            "a",
            "á",
            "а",
            "ａ",
            "❤",
            "♥",
            "ß",
            "ss",
            "ſ",
            "1",
            "¹",
            "①",
            "a-b",
            "a_b",
            "a.b",
            "kʰ",
            "ı",
            "i\u0307x",
            "x",
        ];
        foreach (var name in names)
            await Put(Name(name), _ => Free(Name(name)));
        await Reopen();

        var board = await Store.List(Some.Acme.Team, reader: null, Cancel);
        board.Resources.Select(resource => resource.Name.Display).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task The_longest_reason_and_the_longest_name_are_kept()
    {
        var name = Name(string.Concat(Enumerable.Repeat("界", ResourceName.MaxCharacters)));
        var reason = Reason.Of(string.Concat(Enumerable.Repeat("🦄", Reason.MaxCharacters)));
        await Put(name, now => Free(name) with { Holding = Held(now, TimeSpan.FromHours(1)) with { Reason = reason } });
        await Reopen();

        (await Stored(new(Some.Acme.Team, name)))!.Lease!.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_workspace_sees_its_own_sorted_by_name()
    {
        foreach (var name in (string[])["b", "C", "a"])
            await Put(Name(name), _ => Free(Name(name)));
        await Store.Change(
            new Scope(Some.Globex.Team, Name("z")),
            (_, _) => Some.Becomes(Some.Resource(Some.Globex, Name("z"))),
            Cancel
        );

        (await Store.List(Some.Acme.Team, reader: null, Cancel))
            .Resources.Select(resource => resource.Name.Display)
            .ShouldBe(["a", "b", "C"]);
        (await Store.List(Some.Globex.Team, reader: null, Cancel))
            .Resources.ShouldHaveSingleItem()
            .Name.ShouldBe(Name("Z"));
        (await Store.List(new("T0NOBODY"), Some.Bob, Cancel)).Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_due_comes_earliest_first_and_not_before_its_time()
    {
        await Put(Name("later"), now => Free(Name("later")) with { Holding = Held(now, TimeSpan.FromMinutes(9)) });
        await Put(Name("third"), now => Free(Name("third")) with { Holding = Held(now, TimeSpan.FromSeconds(-1)) });
        await Put(Name("first"), now => Free(Name("first")) with { Holding = Held(now, TimeSpan.FromSeconds(-3)) });
        await Put(
            Name("second"),
            now =>
                Free(Name("second")) with
                {
                    Holding = Held(now, TimeSpan.FromHours(1)) with { RemindAt = now.AddSeconds(-2) },
                }
        );
        await Put(Name("free"), _ => Free(Name("free")));

        await ShouldBeDue(9, "first", "second", "third");
        await ShouldBeDue(2, "first", "second");
        await Put(Name("second"), _ => Free(Name("second")));
        await Reopen();
        await ShouldBeDue(9, "first", "third");
        await Pass(TimeSpan.FromMinutes(9));
        await ShouldBeDue(9, "first", "third", "later");
    }

    [Fact]
    public async Task What_cannot_be_decided_upon_holds_up_nothing_else_that_is_due()
    {
        foreach (var name in (string[])["broken", "sound"])
            await Put(Name(name), now => Free(Name(name)) with { Holding = Held(now, TimeSpan.FromSeconds(-1)) });

        await Should.ThrowAsync<FormatException>(
            Store.ChangeDue(
                9,
                (found, facts) =>
                    found.Only!.Name == Name("broken")
                        ? throw new FormatException()
                        : ProcessDue.Decide(found.Only, facts),
                Cancel
            )
        );

        await ShouldBeDue(9, "broken");
        (await Outbox.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.Resource.ShouldBe(Name("sound"));
    }

    [Fact]
    public async Task What_fell_due_while_the_app_was_down_is_told_once()
    {
        await Put(
            Some.TestSite,
            now => Free(Some.TestSite) with { Holding = Held(now, TimeSpan.FromSeconds(-1)), Watchers = [Some.Bob] }
        );
        await Reopen();

        (await Locks.ProcessAllDue(Cancel)).ShouldBe(1);
        (await Locks.ProcessAllDue(Cancel)).ShouldBe(0);
        (await Outbox.ClaimNotices(9, Cancel))
            .Select(notice => notice.Notice.To)
            .ShouldBe([Some.Ada, Some.Bob], ignoreOrder: true);
    }

    private async Task ShouldBeDue(int most, params string[] names) =>
        (await Store.Due(most, Cancel)).Select(key => key.Name.Display).ShouldBe(names);
}
