using Mono.Cecil;

namespace LockThat.Tests.House;

/// <summary>The imports that are allowed. A room is a folder, which is a namespace; what stands at the root of the app
/// composes it.</summary>
public sealed class ImportTests
{
    private const string Kit = "LockThat.Blocks.Kit";
    private const string Blocks = "LockThat.Blocks";
    private const string Wording = "LockThat.Blocks.Wording";
    private const string Commands = "LockThat.Blocks.Commands";
    private const string Messages = "LockThat.Blocks.Messages";
    private const string Forms = "LockThat.Blocks.Forms";
    private const string Home = "LockThat.Blocks.Home";
    private const string Details = "LockThat.Blocks.Details";
    private const string TeamSettings = "LockThat.Blocks.Settings";
    private const string Root = "LockThat.App";
    private const string Identifiers = "LockThat.App.Identifiers";
    private const string Hosting = "LockThat.App.Hosting";
    private const string Settings = "LockThat.App.Settings";
    private const string Locks = "LockThat.App.Locks";
    private const string Storage = "LockThat.App.Storage";
    private const string Expiry = "LockThat.App.Expiry";
    private const string Slack = "LockThat.App.Slack";
    private const string Installs = "LockThat.App.Installs";
    private const string Surfaces = "LockThat.App.Surfaces";
    private const string Delivery = "LockThat.App.Delivery";
    private const string Entrances = "LockThat.App.Entrances";
    private const string Web = "LockThat.App.Web";
    private const string OpenApi = "LockThat.App.Web.OpenApi";
    private const string Operator = "LockThat.App.Operator";

    private static readonly string BaseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    // All that people see.
    private static readonly string[] Drawing =
    [
        Kit,
        Blocks,
        Wording,
        Commands,
        Messages,
        Forms,
        Home,
        Details,
        TeamSettings,
    ];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        [Kit] = [],
        [Blocks] = [Kit],
        [Wording] = [Kit, Blocks],
        [Commands] = [Wording],
        [Messages] = [Kit, Blocks, Wording, Commands],
        [Forms] = [Kit, Blocks, Wording],
        [Home] = [Kit, Blocks, Wording, Messages],
        [Details] = [Kit, Blocks, Wording, Messages, Forms],
        [TeamSettings] = [Kit, Blocks, Wording],
        [Identifiers] = [],
        [Hosting] = [],
        [Locks] = [Identifiers],
        [Settings] = [Locks, Slack],
        // A platform without a word of locks: it could be SlackNet.
        [Slack] = [Identifiers, Hosting, Kit],
        [Storage] = [Identifiers, Locks, Installs],
        [Expiry] = [Locks],
        [Installs] = [Identifiers, Hosting, Locks, Slack, Kit, Wording, Messages, Surfaces, Web],
        [Surfaces] = [Identifiers, Locks, Slack, .. Drawing],
        [Delivery] = [Identifiers, Hosting, Locks, Slack, Kit, Blocks, Wording, Home, Surfaces],
        [Entrances] = [Identifiers, Hosting, Locks, Slack, .. Drawing, Installs, Surfaces, Delivery],
        [Web] = [Locks, Storage, Commands, Wording],
        [OpenApi] = [Web, Slack, Installs],
        [Operator] = [Root, Identifiers, Hosting, Locks, Storage, Expiry, Installs, Slack, Web],
    };

    // Settings are plain data, and are handed to the rooms that need them.
    private static readonly string[] Configured = [Storage, Slack, Installs, Delivery, Entrances, Web, Operator];

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_imports_only_the_rooms_that_it_may(string room) =>
        Assemblies
            .Types(Assemblies.Shipped)
            .Where(type => RoomOf(type) == room)
            .SelectMany(type =>
                Uses.Of(type)
                    .Where(used => used.IsOurs() && !MayImport(room, used))
                    .Select(used => $"{Name(type)} uses {used.FullName}")
            )
            .ShouldBeNone(
                $"{room} may import {(Arrows[room] is [] ? "nothing of ours" : string.Join(", ", Arrows[room]))}"
            );

    [Fact]
    public void Every_room_has_its_arrows() =>
        Assemblies
            .Types(Assemblies.App, Assemblies.Blocks)
            .Select(RoomOf)
            .Where(room => room != Root && !Arrows.ContainsKey(room))
            .ShouldBeNone("A new room says in this test whom it may import");

    [Fact]
    public void The_core_uses_the_base_library_alone() =>
        Assemblies
            .Types(Assemblies.App)
            .Where(type => RoomOf(type) == Locks)
            .SelectMany(type => Uses.Of(type).Where(IsForeign).Select(used => $"{Name(type)} uses {used.FullName}"))
            .ShouldBeNone("Locks imports no ASP.NET, no Quartz, no store and no Slack");

    [Fact]
    public void The_surfaces_do_no_input_or_output() =>
        Assemblies
            .Types(Assemblies.Blocks)
            .SelectMany(type =>
                Uses.Of(type).Where(DoesInputOrOutput).Select(used => $"{Name(type)} uses {used.FullName}")
            )
            .ShouldBeNone("LockThat.Blocks draws from plain values");

    [Fact]
    public void The_playground_knows_the_app_by_its_composition_and_settings_alone() =>
        Assemblies
            .Types(Assemblies.Playground)
            .SelectMany(type =>
                Uses.Of(type)
                    .Where(used => used.Assembly() != "LockThat.Playground" && used.IsOurs() && !IsComposition(used))
                    .Select(used => $"{Name(type)} uses {used.FullName}")
            )
            .ShouldBeNone("The Playground judges the app over the wire, so it shares no type with it");

    [Fact]
    public void The_app_knows_nothing_of_the_playground() =>
        Assemblies
            .App.AssemblyReferences.Concat(Assemblies.Blocks.AssemblyReferences)
            .Select(reference => reference.Name)
            .ShouldNotContain("LockThat.Playground");

    [Fact]
    public void Only_the_lock_service_changes_what_is_stored() =>
        Assemblies
            .Types(Assemblies.Shipped)
            .Where(type => Name(type) != "LockThat.App.Locks.LockService" && RoomOf(type) != Storage)
            .Where(type =>
                Uses.Calls(type)
                    .Any(call =>
                        call.Name == "Change"
                        && call.DeclaringType.FullName == "LockThat.App.Locks.Stores.IResourceStore"
                    )
            )
            .Select(type => $"{Name(type)} calls IResourceStore.Change")
            .ShouldBeNone("Whatever people do is a method of LockService");

    private static string RoomOf(TypeReference type)
    {
        var space = type.Outermost().Namespace;
        return Arrows
                .Keys.Where(room => $"{space}.".StartsWith($"{room}.", StringComparison.Ordinal))
                .MaxBy(room => room.Length)
            ?? space;
    }

    private static bool MayImport(string room, TypeReference used) =>
        RoomOf(used) == room || Arrows[room].Contains(RoomOf(used)) || (Configured.Contains(room) && IsSetting(used));

    private static string Name(TypeReference type) => type.Outermost().FullName;

    private static bool IsComposition(TypeReference type) =>
        type.Outermost() is { Namespace: Root, Name: "LockThatApp" } || IsSetting(type);

    private static bool IsSetting(TypeReference type) =>
        type.Outermost() is { Namespace: Settings } root && SettingsTableTests.Declared.Contains(root.Name);

    private static bool IsForeign(TypeReference type) =>
        !type.Assembly().StartsWith("LockThat.", StringComparison.Ordinal)
        && !File.Exists(Path.Combine(BaseLibrary, type.Assembly() + ".dll"));

    // A cache in memory is no input: what it gives was drawn from plain values.
    private static bool DoesInputOrOutput(TypeReference type) =>
        (IsForeign(type) && !type.Namespace.StartsWith("BitFaster.Caching", StringComparison.Ordinal))
        || type.Namespace is "System.Net.Http" or "System.Net.Sockets" or "System.Threading.Tasks"
        || type.FullName
            is "System.IO.File"
                or "System.IO.Directory"
                or "System.IO.FileStream"
                or "System.Console"
                or "System.TimeProvider";
}
