using LockThat.App.Installs;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>Installations, and redeemed ids.</summary>
public abstract partial class StoreContract
{
    private static readonly InstallKey AcmesKey = InstallKey.Of(Some.Acme);

    [Fact]
    public async Task An_installation_comes_back_with_everything_it_had()
    {
        var stored = new Installation(new("E0GRID"))
        {
            Name = "Grid <&> 日本",
            Enterprise = new("E0GRID"),
            IsOrgWide = true,
            Bot = new("U0BOT"),
            InstalledBy = Some.Ada,
            Scopes = "commands,chat:write",
            Token = new("sealed")
            {
                Refresh = "sealed too",
                ExpiresAt = Some.Noon.AddHours(12),
                ClaimedUntil = Some.Noon.AddSeconds(30),
            },
            InstalledAt = Some.Noon,
            LeftAt = Some.Noon.AddDays(1),
            LastLeftAt = Some.Noon.AddDays(2),
            IsPurging = true,
        };
        await Installs.Change(stored.Key, (_, _) => stored, Cancel);
        await Reopen();

        (await Installs.Find(stored.Key, Cancel)).ShouldBe(stored);
    }

    [Fact]
    public async Task An_installation_of_which_little_is_known_comes_back_too()
    {
        await Install(AcmesKey);
        await Reopen();

        (await Installs.Find(AcmesKey, Cancel)).ShouldBe(new Installation(AcmesKey));
        (await Installs.Find(InstallKey.Of(Some.Globex), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Installing_twice_leaves_one_installation()
    {
        await Install(AcmesKey, "first");
        await Install(InstallKey.Of(Some.Globex), "other");
        await Install(AcmesKey, "second");
        await Reopen();

        (await Installs.List(Cancel)).Select(install => install.Name).ShouldBe(["second", "other"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_installation_that_was_deleted_stays_away_and_can_come_back()
    {
        await Install(AcmesKey, "first");
        await Installs.Change(AcmesKey, (_, _) => null, Cancel);
        await Reopen();
        (await Installs.List(Cancel)).ShouldBeEmpty();

        await Install(AcmesKey, "second");
        await Reopen();
        (await Installs.List(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("second");
    }

    [Fact]
    public async Task A_decision_upon_an_installation_sees_what_is_stored_and_the_stores_moment()
    {
        var first = DateTimeOffset.MinValue;
        await Installs.Change(AcmesKey, (_, now) => new(AcmesKey) { InstalledAt = first = now }, Cancel);
        await Pass(TimeSpan.FromSeconds(1));

        var next = await Installs.Change(AcmesKey, (found, now) => found! with { LeftAt = now }, Cancel);

        next!.InstalledAt.ShouldBe(first);
        next.LeftAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(first.AddSeconds(1));
    }

    [Fact]
    public async Task A_decision_upon_an_installation_that_throws_reaches_its_caller_and_changes_nothing()
    {
        await Install(AcmesKey, "first");

        await Should.ThrowAsync<FormatException>(
            Installs.Change(AcmesKey, (_, _) => throw new FormatException(), Cancel)
        );
        await Should.ThrowAsync<InvalidOperationException>(
            Installs.Change(AcmesKey, (_, _) => new(new("T0OTHER")), Cancel)
        );

        (await Installs.List(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("first");
    }

    [Fact]
    public async Task Of_many_who_decide_upon_one_installation_at_once_each_sees_the_one_before()
    {
        await Install(AcmesKey, "0");

        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(
                        () =>
                            Installs.Change(
                                AcmesKey,
                                (found, _) => found! with { Name = $"{int.Parse(found.Name, null) + 1}" },
                                Cancel
                            ),
                        Cancel
                    )
                )
        );

        (await Installs.Find(AcmesKey, Cancel))!.Name.ShouldBe($"{Callers}");
    }

    [Fact]
    public async Task Of_many_who_redeem_one_id_at_once_exactly_one_does()
    {
        var until = await Soon(TimeSpan.FromMinutes(10));

        var redeemed = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Installs.Redeem("id", until, Cancel), Cancel))
        );

        redeemed.Count(won => won).ShouldBe(1);
        (await Installs.Redeem("ID", until, Cancel)).ShouldBeTrue("it is another one");
    }

    [Fact]
    public async Task What_was_redeemed_stays_redeemed_across_starts()
    {
        var until = await Soon(TimeSpan.FromMinutes(10));
        await Installs.Redeem("id", until, Cancel);
        await Reopen();

        (await Installs.Redeem("id", until, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_run_out_is_redeemed_by_nobody_and_forgotten()
    {
        var until = await Soon(TimeSpan.FromSeconds(1));
        await Installs.Redeem("old", until, Cancel);
        await Pass(TimeSpan.FromSeconds(1));

        (await Installs.Redeem("old", until, Cancel)).ShouldBeFalse();
        (await Installs.Redeem("late", until, Cancel)).ShouldBeFalse();
        (await Installs.Redeem("old", until.AddMinutes(10), Cancel)).ShouldBeTrue("it is a new one of the same name");
        await Reopen();
        (await Installs.Redeem("old", until.AddMinutes(10), Cancel)).ShouldBeFalse();
    }

    private Task<Installation?> Install(InstallKey key, string name = "") =>
        Installs.Change(key, (_, _) => new(key) { Name = name }, Cancel);

    /// <summary>A moment on the store's own clock.</summary>
    private async Task<DateTimeOffset> Soon(TimeSpan ahead) => (await Store.Find(Some.TestSiteKey, Cancel)).Now + ahead;
}
