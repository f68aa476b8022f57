using System.Text.Json.Nodes;

namespace LockThat.Tests.Entrances;

/// <summary>Requests from a shared channel, and from an organisation: every field that names a workspace differs
/// from the one of the app.</summary>
internal static class OtherWorkspaces
{
    private const string Hers = "T0HERS001";
    private const string Organisation = "E0PLAY001";

    /// <summary>The people are of another workspace; only the surface and the authorization are the app's.</summary>
    public static void SharedChannel(string kind, JsonObject payload)
    {
        if (kind == "event_callback")
            (payload["team_id"], payload["is_ext_shared_channel"]) = (Hers, true);
        else if (kind is not ("slash_command" or "shortcut"))
            Interaction(
                payload,
                new() { ["id"] = Hers, ["domain"] = "hers" },
                new() { ["id"] = "E0HERS001", ["name"] = "Hers" },
                isOrgWide: false,
                installed: "T0ANOTHER"
            );
    }

    /// <summary>The app is installed in an organisation, and people work elsewhere than where they are at
    /// home.</summary>
    public static void InOrganisation(string kind, JsonObject payload)
    {
        switch (kind)
        {
            case "slash_command":
                (payload["enterprise_id"], payload["is_enterprise_install"]) = (Organisation, "true");
                break;
            case "event_callback":
                payload["team_id"] = Hers;
                var authorization =
                    payload["authorizations"]?[0]?.AsObject()
                    ?? throw new InvalidOperationException("An event is authorized.");
                (authorization["enterprise_id"], authorization["is_enterprise_install"]) = (Organisation, true);
                break;
            case "shortcut":
                break;
            default:
                Interaction(
                    payload,
                    null,
                    new() { ["id"] = Organisation, ["name"] = "Play" },
                    isOrgWide: true,
                    installed: Organisation
                );
                break;
        }
    }

    private static void Interaction(
        JsonObject payload,
        JsonObject? team,
        JsonObject enterprise,
        bool isOrgWide,
        string installed
    )
    {
        (payload["team"], payload["enterprise"], payload["is_enterprise_install"]) = (team, enterprise, isOrgWide);
        if (payload["user"] is JsonObject user)
            user["team_id"] = Hers;
        if (payload["view"] is JsonObject view)
            (view["team_id"], view["app_installed_team_id"]) = (Hers, installed);
    }
}

/// <summary>A stage whose people are of another workspace, in a shared channel.</summary>
public sealed class SharedChannelStage : IAsyncLifetime
{
    public Stage Stage { get; } = new(OtherWorkspaces.SharedChannel);

    public ValueTask InitializeAsync() => Stage.InitializeAsync();

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}

/// <summary>A stage in an organisation that has installed the app.</summary>
public sealed class OrganisationStage : IAsyncLifetime
{
    public Stage Stage { get; } = new(OtherWorkspaces.InOrganisation);

    public ValueTask InitializeAsync() => Stage.InitializeAsync();

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}

public sealed class ButtonInASharedChannelTests(SharedChannelStage shared)
    : ButtonTests(shared.Stage),
        IClassFixture<SharedChannelStage>;

public sealed class ButtonInAnOrganisationTests(OrganisationStage organisation)
    : ButtonTests(organisation.Stage),
        IClassFixture<OrganisationStage>;

public sealed class FormInASharedChannelTests(SharedChannelStage shared)
    : FormTests(shared.Stage),
        IClassFixture<SharedChannelStage>;

public sealed class FormInAnOrganisationTests(OrganisationStage organisation)
    : FormTests(organisation.Stage),
        IClassFixture<OrganisationStage>;
