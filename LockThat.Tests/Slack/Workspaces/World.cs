using System.Text.Json.Nodes;
using LockThat.App.Slack.Requests;
using LockThat.Tests.Installs;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>
/// Two workspaces of their own, and an organisation with two of its own, in one app. Their people type commands, press
/// what they see, fill in forms and open Homes, their own and those of the others. Of each act Slack says everything
/// but the surface as chance has it.
/// </summary>
internal sealed class World(HostedApp hosted, Random chance)
{
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("T0ACME001", null, "T0ACME001"),
        new("T0GLOBEX1", null, "T0GLOBEX1"),
        new("T0GRID001", "E0GRID", "E0GRID"),
        new("T0GRID002", "E0GRID", "E0GRID"),
    ];

    public static IReadOnlyList<Inhabitant> People { get; } =
    [
        new("U0ADA", "T0ACME001", "T0ACME001"),
        new("U0ALAN", "T0ACME001", "T0ACME001"),
        new("U0BOB", "T0GLOBEX1", "T0GLOBEX1"),
        new("U0BEA", "T0GLOBEX1", "T0GLOBEX1"),
        new("W0DORA", "T0GRID001", "T0GRID001"),
        new("W0DAN", "T0GRID002", "T0GRID002"),
        new("W0DIDO", "T0HOME001", "T0HOME001", "T0GRID001", "T0GRID002"),
    ];

    private static readonly TimeSpan ALittle = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, (Inhabitant Person, Place Place)> _addresses = [];
    private readonly List<Surface> _surfaces = [];
    private int _read;
    private int _last;

    /// <summary>Everything that somebody sees, the latest last.</summary>
    public IReadOnlyList<Surface> SeenBy(Inhabitant person) => _surfaces.FindAll(surface => surface.Person == person);

    public static IEnumerable<Place> PlacesOf(Inhabitant person) =>
        Places.Where(place => person.Teams.Contains(place.Team));

    public async Task Begin()
    {
        foreach (var person in (Grant[])[Grant.Acme, Grant.Globex, Grant.OrgWide])
            await hosted.Installs(person);
        foreach (var person in People)
            hosted.Slack.People[person.User] = new()
            {
                ["team_id"] = person.Home,
                ["enterprise_user"] = new JsonObject
                {
                    ["teams"] = new JsonArray([.. person.Teams.Select(team => JsonValue.Create(team))]),
                },
            };
        foreach (var place in Places)
            await Types(People.First(person => person.Teams.Contains(place.Team)), place, $"create {place.Landmark}");
        _surfaces.Clear();
    }

    /// <summary>Types a command, and sees the answer or the form.</summary>
    public async Task Types(Inhabitant person, Place place, string text)
    {
        var (trigger, url) = (
            Address(person, place, $"1.2.t{++_last}"),
            Address(person, place, hosted.Slack.NewResponseUrl())
        );
        var answer = await Posts(
            "/slack/command",
            Payloads
                .Command(text, url)
                .Replace("1.2.abc", trigger, StringComparison.Ordinal)
                .Replace("team_id=T0ACME001", $"team_id={place.Team}", StringComparison.Ordinal)
                .Replace("user_id=U0ALICE01", $"user_id={person.User}", StringComparison.Ordinal)
                .Replace(
                    "is_enterprise_install=false",
                    place.Organisation is { } organisation
                        ? $"is_enterprise_install=true&enterprise_id={organisation}"
                        : "is_enterprise_install=false",
                    StringComparison.Ordinal
                )
        );
        if (answer.Length == 0)
            await Sees(() => Told(trigger));
        else if (JsonNode.Parse(answer)?["blocks"] is JsonArray blocks)
            _surfaces.Add(new(person, place, blocks));
    }

    /// <summary>Presses something, and sees what comes of it.</summary>
    public async Task Presses(Surface surface, Press press)
    {
        var (trigger, url) = (
            Address(surface.Person, surface.Place, $"1.2.t{++_last}"),
            Address(surface.Person, surface.Place, hosted.Slack.NewResponseUrl())
        );
        var action = new JsonObject
        {
            ["action_id"] = press.ActionId,
            ["block_id"] = press.BlockId,
            ["action_ts"] = $"1.{_last}",
        };
        if (press.IsOption)
            action["selected_option"] = new JsonObject { ["value"] = press.Value };
        else if (press.Value is not null)
            action["value"] = press.Value;
        var payload = Interaction("block_actions", surface);
        (payload["trigger_id"], payload["actions"]) = (trigger, new JsonArray(action));
        if (surface.View is null)
            payload["response_url"] = url;
        var published = Homes(surface.Person, surface.Place).Count();
        await Posts("/slack/action", Payloads.Payload(payload.Disguised(chance).ToJsonString()));
        await Sees(() =>
            Told(trigger)
            || Told(url)
            || (surface.Kind == "home" && Homes(surface.Person, surface.Place).Count() > published)
            || (surface.Kind == "modal" && hosted.Slack.Calls.Skip(_read).Any(call => call.Method == "views.update"))
        );
    }

    /// <summary>The choices of a select.</summary>
    public async Task<IReadOnlyList<string>> Asks(Surface modal, string typed)
    {
        var payload = Interaction("block_suggestion", modal);
        (payload["action_id"], payload["block_id"], payload["value"]) = ("value", "resource", typed);
        var answer = await Posts("/slack/options", Payloads.Payload(payload.Disguised(chance).ToJsonString()));
        return [.. JsonNode.Parse(answer)?["options"]?.AsArray().Select(option => $"{option?["value"]}") ?? []];
    }

    /// <summary>Submits a form; it stays when the answer says so.</summary>
    public async Task Submits(Surface modal, JsonObject values)
    {
        var payload = Interaction("view_submission", modal, values);
        payload["trigger_id"] = Address(modal.Person, modal.Place, $"1.2.t{++_last}");
        var answer = await Posts("/slack/action", Payloads.Payload(payload.Disguised(chance).ToJsonString()));
        var next = answer.Length == 0 ? null : JsonNode.Parse(answer);
        if ($"{next?["response_action"]}" == "errors")
            return;
        _surfaces.Remove(modal);
        if (next?["view"] is JsonObject view && view["blocks"] is JsonArray blocks)
            _surfaces.Add(modal with { View = view, Blocks = blocks });
        Drain();
    }

    /// <summary>Opens a Home, which others may open in a shared channel, and returns what is drawn for whoever sees
    /// this in it.</summary>
    public async Task<string> OpensHome(Inhabitant person, Place place, string seen)
    {
        var published = Homes(person, place).Count();
        var payload = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = chance.Next(2) == 0 ? person.Home : place.Team,
            ["context_team_id"] = chance.Next(2) == 0 ? null : place.Team,
            ["enterprise_id"] = chance.Next(2) == 0 ? null : "E0HERS",
            ["is_ext_shared_channel"] = true,
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["team_id"] = place.Team,
                    ["enterprise_id"] = place.Organisation,
                    ["is_enterprise_install"] = place.Organisation is not null,
                }
            ),
            ["event"] = new JsonObject
            {
                ["type"] = "app_home_opened",
                ["user"] = person.User,
                ["tab"] = "home",
            },
        };
        await Posts("/slack/event", payload.ToJsonString(), Payloads.Json);
        // Messages that were on their way before do not count.
        await Sees(() => Homes(person, place).Skip(published).Any(IsMeant));
        return Homes(person, place).Skip(published).First(IsMeant);

        bool IsMeant(string home) => home.Contains(seen, StringComparison.Ordinal);
    }

    /// <summary>Takes what the app has shown since.</summary>
    public void Drain()
    {
        var calls = hosted.Slack.Calls;
        foreach (var call in calls.Skip(_read))
            See(call);
        _read = calls.Count;
    }

    private void See(ApiCall call)
    {
        var body =
            call.Method is "views.open" or "views.publish"
            || call.Method.StartsWith(SlackStandIn.Responses, StringComparison.Ordinal)
                ? JsonNode.Parse(call.Body)
                : null;
        var blocks = (body?["view"]?["blocks"] ?? body?["blocks"])?.DeepClone().AsArray();
        if (blocks is null)
            return;
        if (call.Method == "views.publish")
        {
            var person = People.Single(person => person.User == $"{body?["user_id"]}");
            _surfaces.RemoveAll(surface =>
                surface.Person == person
                && surface.Kind == "home"
                && hosted.Slack.CallsOf(call.Method, surface.Place.Owner).Contains(call)
            );
            // Of what a visitor sees nobody can tell where it belongs, and there is nothing to press.
            if (
                Places.SingleOrDefault(place => call.Body.Contains(place.Landmark, StringComparison.Ordinal)) is
                { } place
            )
                _surfaces.Add(new(person, place, blocks, body?["view"]?.AsObject()));
        }
        else if (
            _addresses.TryGetValue(
                call.Method is "views.open" or "views.push" ? $"{body?["trigger_id"]}" : call.Method,
                out var at
            )
        )
        {
            _surfaces.Add(new(at.Person, at.Place, blocks, body?["view"]?.AsObject()));
        }
    }

    private static JsonObject Interaction(string type, Surface surface, JsonObject? values = null)
    {
        var payload = surface.Origin(values);
        (payload["type"], payload["user"]) = (type, new JsonObject { ["id"] = surface.Person.User });
        return payload;
    }

    private string Address(Inhabitant person, Place place, string address)
    {
        _addresses[address.StartsWith("http", StringComparison.Ordinal) ? new Uri(address).AbsolutePath : address] = (
            person,
            place
        );
        return address;
    }

    private bool Told(string address) =>
        hosted
            .Slack.Calls.Skip(_read)
            .Any(call =>
                address.StartsWith("http", StringComparison.Ordinal)
                    ? call.Method == new Uri(address).AbsolutePath
                    : call.Method is "views.open" or "views.push"
                        && $"{JsonNode.Parse(call.Body)?["trigger_id"]}" == address
            );

    // Each installation has a Home of its own.
    private IEnumerable<string> Homes(Inhabitant person, Place place) =>
        hosted
            .Slack.CallsOf("views.publish", place.Owner)
            .Where(call => call.Json.GetProperty("user_id").GetString() == person.User)
            .Select(call => call.Body);

    // The Home of a person who does much in a second is drawn a moment later.
    private async Task Sees(Func<bool> happened)
    {
        await hosted.Until(happened, "something to see", ALittle);
        Drain();
    }

    private async Task<string> Posts(string path, string body, string type = Payloads.Form)
    {
        var response = await hosted.App.Post(path, body, type);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
