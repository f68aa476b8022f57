using System.Globalization;
using LockThat.App.Slack.Http;

namespace LockThat.Benchmarks;

/// <summary>One thing that people do, over and over: the body of each request is made anew.</summary>
internal sealed record Scenario(string Name, string Path, string ContentType, Func<World, Random, string> Body)
{
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>Renews the holder's own lock: decided, stored durably, answered.</summary>
    public static Scenario Lock { get; } =
        Command(
            "lock",
            (world, random) =>
            {
                var (team, number) = world.Some(random);
                return (team, World.Holder(number), $"lock {World.Resource(number)} 2 h demo {random.Next(1000)}");
            }
        );

    public static Scenario Refused { get; } =
        Command(
            "refused lock",
            (world, random) =>
            {
                var (team, number) = world.Some(random);
                return (team, "U0ANOTHER", $"lock {World.Resource(number)} 2 h demo");
            }
        );

    public static Scenario Mine { get; } =
        Command(
            "mine",
            (world, random) =>
            {
                var (team, number) = world.Some(random);
                return (team, World.Holder(number), "mine");
            }
        );

    public static Scenario List { get; } =
        Command("list of 20", (_, random) => (World.ListTeam, World.Holder(random.Next(World.InList)), "list"));

    public static Scenario HomeOpened { get; } =
        new(
            "Home opened",
            SlackEndpoints.Event,
            "application/json",
            (_, random) => Opened(World.HomeTeam, World.Holder(random.Next(World.InEachTeam)), random)
        );

    /// <summary>The acts of people all day.</summary>
    public static Scenario[] Usual { get; } = [Lock, Refused, Mine, List, HomeOpened];

    /// <summary>The words behind the slash command, as Slack posts them.</summary>
    public static string Typed(string team, string user, string text, Random random) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"token=x&team_id={team}&team_domain=acme&channel_id=C0GENERAL&channel_name=general"
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"&user_id={user}&user_name=somebody&command=%2Flockthat&text={Uri.EscapeDataString(text)}"
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"&api_app_id=A0&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F1%2Fx"
        )
        + string.Create(CultureInfo.InvariantCulture, $"&trigger_id={random.NextInt64()}.2.abc");

    /// <summary>Somebody opens their Home.</summary>
    public static string Opened(string team, string user, Random random) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"team_id":"{{{team}}}","type":"event_callback","event_id":"Ev{{{random.NextInt64()}}}","event_time":1700000001,
            "event":{"type":"app_home_opened","user":"{{{user}}}","channel":"D0DM","tab":"home"},
            "authorizations":[{"enterprise_id":null,"team_id":"{{{team}}}","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}]}
            """
        );

    private static Scenario Command(string name, Func<World, Random, (string Team, string User, string Text)> typed) =>
        new(
            name,
            SlackEndpoints.Command,
            Form,
            (world, random) =>
            {
                var (team, user, text) = typed(world, random);
                return Typed(team, user, text, random);
            }
        );
}
