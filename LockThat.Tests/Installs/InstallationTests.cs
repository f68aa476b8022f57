using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Installs;

public sealed class InstallationTests
{
    private static readonly Installation Here = new(InstallKey.Of(Some.Acme))
    {
        Token = new("c1phertext"),
        InstalledAt = Some.Noon.AddMilliseconds(700),
    };

    [Fact]
    public void The_token_is_the_organisations_when_it_was_installed_org_wide() =>
        (InstallKey.Of(Some.Acme), InstallKey.Of(Some.Acme with { OrgInstall = new EnterpriseId("E0GRID") })).ShouldBe(
            (new InstallKey("T0ACME001"), new InstallKey("E0GRID"))
        );

    [Fact]
    public void Who_leaves_leaves_without_a_token()
    {
        var gone = Here.Leave(Some.Noon.AddDays(1));

        gone.IsInstalled.ShouldBeFalse();
        gone.Token.ShouldBeNull();
        (gone.LeftAt, gone.LastLeftAt).ShouldBe((Some.Noon.AddDays(1), Some.Noon.AddDays(1)));
    }

    [Fact]
    public void Whoever_leaves_in_the_second_of_arriving_has_left() =>
        Here.Leave(Some.Noon).IsInstalled.ShouldBeFalse();

    [Fact]
    public void News_of_a_departure_that_was_overtaken_or_heard_before_changes_nothing()
    {
        Here.Leave(Some.Noon.AddSeconds(-1)).ShouldBeSameAs(Here);
        var back = Here with { InstalledAt = Some.Noon.AddSeconds(5), LastLeftAt = Some.Noon.AddSeconds(5) };

        back.Leave(Some.Noon.AddSeconds(5)).ShouldBeSameAs(back);
    }

    [Fact]
    public void The_second_news_of_one_departure_does_not_put_it_off()
    {
        var gone = Here.Leave(Some.Noon.AddSeconds(3)).Leave(Some.Noon.AddSeconds(4));

        (gone.LeftAt, gone.LastLeftAt).ShouldBe((Some.Noon.AddSeconds(3), Some.Noon.AddSeconds(4)));
    }

    [Fact]
    public void Who_comes_back_is_here_anew_and_old_news_stays_old()
    {
        var gone = Here.Leave(Some.Noon.AddSeconds(3));

        var back = (Here with { Token = new("new") }).After(gone, Some.Noon.AddSeconds(3.5));

        back.IsInstalled.ShouldBeTrue();
        back.InstalledAt.ShouldBe(Some.Noon.AddSeconds(3.5));
        back.Leave(Some.Noon.AddSeconds(3)).ShouldBeSameAs(back);
        back.Leave(Some.Noon.AddSeconds(4)).IsInstalled.ShouldBeFalse();
    }

    [Fact]
    public void A_token_that_is_printed_says_nothing() => $"{Here}".ShouldNotContain("c1phertext");
}
