using System.Globalization;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks;

/// <summary>The id of a resource. It stays when the name changes, and a resource that is created again under the same
/// name has another id.</summary>
/// <param name="Value">16 letters, digits, <c>-</c> and <c>_</c> when it was made here.</param>
public readonly record struct ResourceId(string Value)
{
    /// <summary>Stands where an event is about the workspace, and about no resource.</summary>
    public static ResourceId None { get; } = new("");

    /// <summary>The id of a resource that is created now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="facts">The request that creates it, and the moment.</param>
    public static ResourceId Of(ResourceName name, Facts facts) =>
        Of(
            facts.Workspace.Team,
            name,
            facts.Request?.Value ?? "",
            facts.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>The id of a resource that was stored before resources had ids: the same at each look.</summary>
    /// <param name="team">Its workspace.</param>
    /// <param name="name">Its name.</param>
    public static ResourceId Of(TeamId team, ResourceName name) => Of(team, name, "", "");

    /// <summary>The id itself.</summary>
    public override string ToString() => Value;

    private static ResourceId Of(TeamId team, ResourceName name, string request, string moment) =>
        new(RequestId.Of("resource", team.Value, name.Identity, request, moment).Value);
}

/// <summary>A resource of a workspace. One workspace never sees another's.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Name">The name, equal in every spelling.</param>
public readonly record struct ResourceKey(TeamId Team, ResourceName Name);
