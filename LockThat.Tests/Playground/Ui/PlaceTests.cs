using LockThat.Playground.Ui.Shell;
using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground.Ui;

public sealed class PlaceTests
{
    private static readonly Workspace Workspace = new(new FakeTimeProvider());
    private static readonly Member Grace = Workspace.People[0];

    [Theory]
    [InlineData(null, "#general")]
    [InlineData("nowhere", "#general")]
    [InlineData("releases", "#releases")]
    [InlineData("home", "LockThat")]
    [InlineData("lockthat", "LockThat")]
    public void An_address_leads_somewhere(string? name, string title) =>
        Place.At(name, Workspace, Grace).Title.ShouldBe(title);

    [Fact]
    public void A_place_is_found_again_by_its_address()
    {
        Place.At("home", Workspace, Grace).Address(Grace).ShouldBe("/?as=grace&in=home");
        Place.At("home", Workspace, Grace).IsHome.ShouldBeTrue();
        Place.At("lockthat", Workspace, Grace).IsHome.ShouldBeFalse();
    }
}
