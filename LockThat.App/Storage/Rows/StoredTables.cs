using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.App.Storage.Rows;

/// <summary>Every kind of row, once: loading, copying, counting, comparing, moving and purging follow this
/// list.</summary>
internal static class StoredTables
{
    public static readonly StoredTable<StoredRow.AResource> Resources = new(
        "resources",
        "resources",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.Write(row.Resource.Workspace);
            json.WriteString("name", row.Resource.Name.Display);
            ResourceJson.WriteMembers(json, row.Resource);
        },
        row => new(ResourceJson.Read(row.ToWorkspace(), row.Text("name"), row))
    );

    /// <summary>A row of its own for each place in line, so that a lock costs the same however many wait.</summary>
    public static readonly StoredTable<StoredRow.AWait> Waits = new(
        "waits",
        "places in line",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.WriteString("team", row.Team.Value);
            json.WriteString("resource", row.Resource.Value);
            LineJson.WriteMembers(json, row.Wait);
        },
        row => new(new(row.Text("team")), new(row.Text("resource")), row.ToWait())
    );

    /// <summary>A team without rules of its own has no row.</summary>
    public static readonly StoredTable<StoredRow.APolicy> Policies = new(
        "policies",
        "teams with rules of their own",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.WriteString("team", row.Team.Value);
            PolicyJson.WriteMembers(json, row.Policy);
        },
        row => new(new(row.Text("team")), row.ToPolicy())
    );

    public static readonly StoredTable<StoredRow.ANotice> Notices = new(
        "notices",
        "notices under way",
        isOfWorkspaces: true,
        (json, row) =>
        {
            var (number, notice, attempts) = row.Pending;
            json.WriteNumber("number", number);
            json.Write(notice.Workspace);
            json.WriteString("to", RecipientText.Of(notice.To));
            json.Write("at", notice.At);
            json.WriteNumber("attempts", attempts);
            json.Write("dueAt", row.DueAt);
            NoticeJson.WriteMembers(json, notice);
        },
        row =>
            new(
                new(
                    row.GetProperty("number").GetInt64(),
                    NoticeJson.Read(row.ToWorkspace(), row.Text("to"), row.Instant("at"), row),
                    row.GetProperty("attempts").GetInt32()
                ),
                row.Instant("dueAt")
            )
    );

    /// <summary>Without the revision that was shown: after a start every Home counts as behind.</summary>
    public static readonly StoredTable<StoredRow.AViewer> Viewers = new(
        "viewers",
        "viewers",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.Write(row.Viewer.Workspace);
            json.WriteString("user", row.Viewer.User.Value);
            json.Write("openedAt", row.Viewer.OpenedAt);
            json.WriteNumber("page", row.Viewer.Page);
            json.WriteString("filter", row.Viewer.Filter);
        },
        row =>
            new(
                new(
                    row.ToWorkspace(),
                    new(row.Text("user")),
                    row.Instant("openedAt"),
                    row.GetProperty("page").GetInt32(),
                    row.Text("filter")
                )
            )
    );

    public static readonly StoredTable<StoredRow.APerson> People = new(
        "people",
        "time zones",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.Write(row.Person.Workspace);
            json.WriteString("user", row.Person.User.Value);
            json.WriteString("zone", row.Person.Zone);
            json.Write("knownAt", row.Person.KnownAt);
        },
        row => new(new(row.ToWorkspace(), new(row.Text("user")), row.Text("zone"), row.Instant("knownAt")))
    );

    /// <summary>The history names these people for a month.</summary>
    public static readonly StoredTable<StoredRow.AFormerMember> FormerMembers = new(
        "former_members",
        "former members",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.Write(row.Member.Workspace);
            json.WriteString("user", row.Member.User.Value);
            json.Write("leftAt", row.Member.LeftAt);
        },
        row => new(new(row.ToWorkspace(), new(row.Text("user")), row.Instant("leftAt")))
    );

    public static readonly StoredTable<StoredRow.AnInstallation> Installations = new(
        "installations",
        "installations",
        isOfWorkspaces: false,
        (json, row) =>
        {
            json.WriteString("key", row.Installation.Key.Value);
            InstallJson.WriteMembers(json, row.Installation);
        },
        row => new(InstallJson.Read(row.Text("key"), row))
    );

    public static readonly StoredTable<StoredRow.ARedeemedId> Redeemed = new(
        "redeemed",
        "redeemed ids",
        isOfWorkspaces: false,
        (json, row) =>
        {
            json.WriteString("id", row.Id);
            json.Write("until", row.Until);
        },
        row => new(row.Text("id"), row.Instant("until"))
    );

    /// <summary>On LiteDB in a file of their own.</summary>
    public static readonly StoredTable<StoredRow.AnEvent> Events = new(
        "events",
        "events",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.WriteNumber("position", row.Stored.Position);
            EventJson.WriteMembers(json, row.Stored.Event);
        },
        row => new(new(row.GetProperty("position").GetInt64(), EventIn(row)))
    );

    /// <summary>On LiteDB in the file of the events.</summary>
    public static readonly StoredTable<StoredRow.APosition> Positions = new(
        "positions",
        "positions of deleted events",
        isOfWorkspaces: true,
        (json, row) =>
        {
            json.WriteString("team", row.Team.Value);
            json.WriteNumber("position", row.Position);
        },
        row => new(new TeamId(row.Text("team")), row.GetProperty("position").GetInt64())
    );

    public static readonly ImmutableArray<StoredTable> All =
    [
        Resources,
        Waits,
        Policies,
        Notices,
        Viewers,
        People,
        FormerMembers,
        Installations,
        Redeemed,
        Events,
        Positions,
    ];

    private static ResourceEvent EventIn(JsonElement row) =>
        EventJson.Read(row) ?? throw new FormatException("No such event");

    private static void Write(this Utf8JsonWriter json, Workspace workspace)
    {
        json.WriteString("team", workspace.Team.Value);
        json.Write("org", workspace.OrgInstall?.Value);
    }

    private static Workspace ToWorkspace(this JsonElement row) =>
        new(new(row.Text("team")), row.TextOrNull("org") is { } organisation ? new EnterpriseId(organisation) : null);
}
