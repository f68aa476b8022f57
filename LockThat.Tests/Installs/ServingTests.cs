using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Installs;

/// <summary>The token that serves each workspace.</summary>
public sealed class ServingTests : StoreOnDisk
{
    private static readonly EnterpriseId Grid = new("E0GRID");
    private static readonly Workspace OfGrid = Some.Acme with { OrgInstall = Grid };

    private Installations Installations => new(Store);

    [Fact]
    public async Task The_organisations_token_comes_first_where_the_request_speaks_of_it()
    {
        await Installs(new("T0ACME001"));
        await Installs(new("E0GRID"));

        (await Serving(OfGrid)).ShouldBe("E0GRID");
        (await Serving(Some.Acme)).ShouldBe("T0ACME001");
    }

    [Fact]
    public async Task A_workspace_that_the_organisation_does_not_serve_has_its_own()
    {
        await Installs(new("T0ACME001"));
        (await Serving(OfGrid)).ShouldBe("T0ACME001");

        await Installs(new("E0GRID"));
        await Installations.Leave(new("E0GRID"), Time.GetUtcNow(), Cancel);
        (await Serving(OfGrid)).ShouldBe("T0ACME001");
    }

    [Fact]
    public async Task An_organisation_that_took_over_serves_what_began_before()
    {
        await Installs(new("T0ACME001"), Grid);
        await Installations.Leave(new("T0ACME001"), Time.GetUtcNow(), Cancel);
        (await Serving(Some.Acme)).ShouldBeNull();

        await Installs(new("E0GRID"), Grid);

        (await Serving(Some.Acme)).ShouldBe("E0GRID");
    }

    [Fact]
    public async Task Nobody_else_serves_who_has_not_installed_it()
    {
        await Installs(new("T0ACME001"));

        (await Serving(Some.Globex)).ShouldBeNull();
        (await Serving(Some.Globex with { OrgInstall = Grid })).ShouldBeNull();
    }

    private Task Installs(InstallKey key, EnterpriseId? enterprise = null) =>
        Installations.Arrive(new(key) { Enterprise = enterprise, Token = new("c1phertext") }, Cancel);

    private async Task<string?> Serving(Workspace workspace) =>
        (await Installations.Serving(workspace, Cancel))?.Key.Value;
}
