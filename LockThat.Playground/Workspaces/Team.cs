using System.Collections.Immutable;

namespace LockThat.Playground.Workspaces;

/// <summary>The people, the apps and the channels of the workspace; they never change, so that addresses and tests may
/// name them.</summary>
public static class Team
{
    public const string Id = "T0PLAY001";
    public const string Name = "Playground";
    public const string Domain = "playground";
    public const string AppId = "A0LOCKTHAT";
    public const string BotId = "B0LOCKTHAT";

    /// <summary>The app's scopes: all that its manifest asks for.</summary>
    public const string Scopes = "commands,chat:write,users:read";

    public const string General = "C0GENERAL";

    public static Member App { get; } = new("U0LOCKTHAT", "lockthat", "LockThat", "Etc/UTC", "#1f4e79", IsBot: true);

    public static Member Slackbot { get; } =
        new("USLACKBOT", "slackbot", "Slackbot", "Etc/UTC", "#611f69", IsBot: true);

    public static ImmutableArray<Member> People { get; } =
    [
        new("U0GRACE01", "grace", "Grace Hopper", "America/New_York", "#2b6cb0"),
        new("U0ADA0001", "ada", "Ada Lovelace", "Europe/London", "#b7410e"),
        new("U0HEDY001", "hedy", "Hedy Lamarr", "Europe/Vienna", "#2f7d4f"),
        new("U0BOSE001", "bose", "Satyendra Bose", "Asia/Kolkata", "#7b3fa0", IsAdmin: true),
    ];

    public static ImmutableArray<Member> Members { get; } = [.. People, App, Slackbot];

    /// <summary>The app is not in #releases: commands work there, posting does not.</summary>
    public static ImmutableArray<Channel> Channels { get; } =
    [
        new(General, "general", [.. People.Select(person => person.Id), App.Id]),
        new("C0RELEASES", "releases", [.. People.Select(person => person.Id)]),
        .. People.Select(person => new Channel("D" + person.Id[1..], "directmessage", [person.Id, App.Id], person.Id)),
    ];

    /// <summary>Global shortcuts of the app, by the name that people choose them by.</summary>
    public static ImmutableArray<(string Name, string CallbackId)> Shortcuts { get; } =
    [("Lock a resource", "lock_resource")];

    public static Member? Member(string id) => Members.FirstOrDefault(member => member.Id == id);

    public static Channel? Channel(string id) => Channels.FirstOrDefault(channel => channel.Id == id);

    public static Channel DirectMessages(string userId) => Channels.First(channel => channel.DirectWith == userId);
}
