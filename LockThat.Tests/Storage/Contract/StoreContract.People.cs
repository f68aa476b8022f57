using LockThat.App.Identifiers;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>The facts about people.</summary>
public abstract partial class StoreContract
{
    private static readonly KnownPerson _s_ada = new(Some.Acme, Some.Ada, "Europe/Berlin", Some.Noon);

    [Fact]
    public async Task A_person_comes_back()
    {
        await Persons.SavePerson(_s_ada, Cancel);
        await Persons.SavePerson(_s_ada with { User = Some.Bob, Zone = "Asia/Tokyo" }, Cancel);
        await Reopen();

        (await Known(Some.Acme)).ShouldBe(_s_ada);
        (await Known(Some.Globex)).ShouldBeNull();
        (await Persons.FindPerson(Some.Acme.Team, Some.Bob, Cancel))?.Zone.ShouldBe("Asia/Tokyo");
    }

    [Theory]
    [InlineData(-1, "Europe/Berlin")]
    [InlineData(0, "Asia/Tokyo")]
    [InlineData(1, "Asia/Tokyo")]
    public async Task The_latest_fact_about_a_person_stays(int seconds, string zone)
    {
        await Persons.SavePerson(_s_ada, Cancel);
        var at = Some.Noon.AddSeconds(seconds);
        await Persons.SavePerson(_s_ada with { Zone = "Asia/Tokyo", KnownAt = at }, Cancel);

        (await Known(Some.Acme))?.Zone.ShouldBe(zone);
        await Reopen();
        (await Known(Some.Acme))?.Zone.ShouldBe(zone);
    }

    [Theory]
    [InlineData(-1, "Europe/Berlin")]
    [InlineData(0, "Asia/Tokyo")]
    [InlineData(1, "Asia/Tokyo")]
    [InlineData(-1, "Europe/Berlin", false)]
    [InlineData(0, null, false)]
    public async Task A_change_of_zone_counts_unless_a_later_fact_is_known(
        int seconds,
        string? zone,
        bool isKnown = true
    )
    {
        await Persons.SavePerson(_s_ada, Cancel);
        var at = Some.Noon.AddSeconds(seconds);
        await Persons.ChangeZone(Some.Acme, Some.Ada, isKnown ? "Asia/Tokyo" : null, at, Cancel);

        (await Known(Some.Acme))?.Zone.ShouldBe(zone);
        await Reopen();
        (await Known(Some.Acme))?.Zone.ShouldBe(zone);
        (await Known(Some.Acme) is null).ShouldBe(zone is null);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_person_who_was_not_known()
    {
        await Persons.SavePerson(_s_ada, Cancel);
        await Persons.ChangeZone(Some.Acme, Some.Bob, "Asia/Tokyo", Some.Noon, Cancel);
        await Persons.ChangeZone(Some.Globex, Some.Ada, "Asia/Tokyo", Some.Noon, Cancel);

        (await Persons.FindPerson(Some.Acme.Team, Some.Bob, Cancel)).ShouldBeNull();
        (await Known(Some.Globex)).ShouldBeNull();
        (await Known(Some.Acme)).ShouldBe(_s_ada);
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData(null)]
    public async Task A_change_counts_in_all_workspaces_of_its_organisation_and_in_no_other(string? zone)
    {
        await Persons.SavePerson(_s_ada, Cancel);
        await Persons.SavePerson(_s_ada with { Workspace = InGrid }, Cancel);
        await Persons.SavePerson(_s_ada with { Workspace = AlsoInGrid }, Cancel);
        await Persons.ChangeZone(InGrid, Some.Ada, zone, Some.Noon.AddSeconds(1), Cancel);

        foreach (var workspace in (Workspace[])[InGrid, AlsoInGrid])
            (await Known(workspace))?.Zone.ShouldBe(zone);
        (await Known(AlsoInGrid) is null).ShouldBe(zone is null);
        (await Known(Some.Acme)).ShouldBe(_s_ada);
        await Reopen();
        (await Known(AlsoInGrid))?.Zone.ShouldBe(zone);
        (await Known(Some.Acme)).ShouldBe(_s_ada);
    }

    [Fact]
    public async Task A_person_who_was_forgotten_may_be_known_again()
    {
        await Persons.SavePerson(_s_ada, Cancel);
        await Task.WhenAll(
            Persons.ChangeZone(Some.Acme, Some.Ada, zone: null, Some.Noon, Cancel),
            Persons.SavePerson(_s_ada with { User = Some.Bob }, Cancel)
        );
        await Persons.SavePerson(_s_ada with { Zone = "Asia/Tokyo", KnownAt = Some.Noon.AddDays(-1) }, Cancel);
        await Reopen();

        (await Known(Some.Acme))?.Zone.ShouldBe("Asia/Tokyo");
        (await Persons.FindPerson(Some.Acme.Team, Some.Bob, Cancel)).ShouldNotBeNull();
    }

    private ValueTask<KnownPerson?> Known(Workspace workspace) => Persons.FindPerson(workspace.Team, Some.Ada, Cancel);
}
