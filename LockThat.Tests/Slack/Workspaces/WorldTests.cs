using System.Text.Json.Nodes;
using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Tests.Installs;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>A thousand acts of the people of four workspaces: each has its effect where its surface was drawn, and
/// nowhere else.</summary>
public sealed class WorldTests : HostedTest
{
    private const int Acts = 1000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Names = ["test-site", "build-box", "device-1", "train"];
    private readonly int _seed = Rounds.Of("WORLD_SEED", 1);
    private readonly Dictionary<string, int> _effects = [];
    private Random _chance = Random.Shared;
    private World? _world;

    private World World => _world ?? throw new InvalidOperationException("Not begun.");

    private protected override async Task Begin()
    {
        _chance = new(_seed);
        _world = new(Hosted, _chance);
        await World.Begin();
    }

    [Fact]
    public async Task Whatever_Slack_says_an_act_counts_where_its_surface_was_drawn()
    {
        for (var act = 0; act < Acts; act++)
        {
            World.Drain();
            await Acted(Any(World.People), $"WORLD_SEED={_seed}, act {act}");
            Hosted.App.Time.Advance(Step);
        }

        foreach (var place in World.Places)
            IsOfItsPeople(place, (await Board(place)).Resources);
        foreach (var owner in World.Places.GroupBy(place => place.Owner))
            Slack
                .CallsOf("chat.postMessage", owner.Key)
                .Select(call => call.Json.GetProperty("channel").GetString())
                .Where(user => World.People.Any(person => person.User == user))
                .ShouldAllBe(
                    user =>
                        World
                            .People.Single(person => person.User == user)
                            .Teams.Intersect(owner.Select(place => place.Team))
                            .Any(),
                    $"WORLD_SEED={_seed}"
                );
        _effects.Keys.ShouldBe(
            ["unlock", "watch", "lock", "override", "extend", "create", "delete"],
            ignoreOrder: true,
            $"WORLD_SEED={_seed}"
        );
        _effects.Values.Sum().ShouldBeGreaterThan(Acts / 10, $"WORLD_SEED={_seed}");
    }

    private Task Acted(Inhabitant person, string when)
    {
        var seen = World.SeenBy(person).TakeLast(12).ToList();
        var modals = seen.FindAll(surface => surface.View?["submit"] is not null);
        var pressable = seen.FindAll(surface => surface.Presses.Count > 0);
        return _chance.Next(10) switch
        {
            0 => Opened(person, Any(World.Places), when),
            < 4 when modals.Count > 0 => Submitted(modals[^1], when),
            < 8 when pressable.Count > 0 => Pressed(Any(pressable), when),
            _ => Typed(person, Any([.. World.PlacesOf(person)]), when),
        };
    }

    private async Task Typed(Inhabitant person, Place place, string when)
    {
        string[] texts =
        [
            $"lock {Any(Names)} 2h",
            $"lock {Any(Names)} 3h mine override",
            $"create {Any(Names)}",
            $"unlock {Any(Names)}",
            $"extend {Any(Names)} 1h",
            "list",
            "mine",
            "unlock",
            "lock",
            "create",
            "extend",
        ];
        var text = Any(texts);
        await Alone(
            place,
            $"{when}: {person.User} types {text} in {place.Team}",
            () => World.Types(person, place, text)
        );
    }

    private async Task Pressed(Surface surface, string when)
    {
        var press = Any(surface.Presses);
        if ($"{press.Value} {press.BlockId}".Contains(surface.Place.Landmark, StringComparison.Ordinal))
            return;
        when = $"{when}: {surface.Person.User} presses {press} of {surface.Place.Team}";
        var (before, drawn) = (
            await Find(surface.Place, ButtonValue.Read(press.Value)?.Name),
            ButtonValue.Read(press.Value)
        );
        await Alone(surface.Place, when, () => World.Presses(surface, press));
        var after = await Find(surface.Place, drawn?.Name);
        if (before?.Lease is not { } lease || lease.Id.Value != drawn?.Lease)
            return;
        if (press.ActionId == Ids.Actions.Unlock && lease.Holder.Responsible?.Value == surface.Person.User)
            Effect(Ids.Actions.Unlock, after is { Lease: null }, when);
        else if (press.ActionId == Ids.Actions.Watch && lease.Holder.Responsible?.Value != surface.Person.User)
            Effect(Ids.Actions.Watch, after?.Watchers.Contains(new(surface.Person.User)) == true, when);
    }

    private async Task Submitted(Surface modal, string when)
    {
        var form = $"{modal.View?["callback_id"]}";
        var memory = ModalMemory.Read($"{modal.View?["private_metadata"]}").ShouldNotBeNull();
        var has = modal.Blocks.Select(block => $"{block?["block_id"]}").ToHashSet();
        var offered =
            has.Contains(Ids.Fields.Resource) && form == Ids.Callbacks.Lock ? await World.Asks(modal, "") : [];
        offered.ShouldAllBe(
            name => !name.StartsWith("landmark", StringComparison.Ordinal) || name == modal.Place.Landmark,
            when
        );
        var name =
            memory.Name
            ?? (
                form == Ids.Callbacks.Create
                    ? $"new-{_chance.Next(1000)}"
                    : Any(offered.Count > 0 ? [.. offered.Except([modal.Place.Landmark]), "train"] : Names)
            );
        when = $"{when}: {modal.Person.User} submits {form} for {name} in {modal.Place.Team}";
        var before = await Find(modal.Place, name);
        await Alone(modal.Place, when, () => World.Submits(modal, Filled(name)));
        Judge(form, memory, modal.Person, before, await Find(modal.Place, name), when);
    }

    private void Judge(
        string form,
        ModalMemory memory,
        Inhabitant person,
        Resource? before,
        Resource? after,
        string when
    )
    {
        var (held, isDrawn) = (
            after?.Lease?.Holder.Responsible?.Value == person.User,
            before?.Lease?.Id.Value == memory.Lease
        );
        switch (form)
        {
            case Ids.Callbacks.Create when before is null:
                Effect(form, after is not null, when);
                break;
            // In the turn of another nobody can lock or delete it.
            case Ids.Callbacks.Lock
            or Ids.Callbacks.Delete
                when before?.Holding is Holding.Offered(var turn) && turn.Who.Responsible?.Value != person.User:
                break;
            case Ids.Callbacks.Lock when before is { Lease: null }:
            case Ids.Callbacks.Override when before is { Lease: not null } && isDrawn:
                Effect(form, held, when);
                break;
            case Ids.Callbacks.Extend
                when isDrawn && memory.Name is not null && before?.Lease is { } lease && lease.Until == memory.Until:
                Effect(form, after?.Lease?.Until > lease.Until, when);
                break;
            case Ids.Callbacks.Delete when before is not null && isDrawn:
                Effect(form, after is null, when);
                break;
            default:
                break;
        }
    }

    private async Task Opened(Inhabitant person, Place place, string when)
    {
        when = $"{when}: {person.User} opens the Home of {place.Team}";
        var (home, isMember) = ("", person.Teams.Contains(place.Team));
        await Alone(
            place,
            when,
            async () => home = await World.OpensHome(person, place, isMember ? place.Landmark : "belongs to"),
            isChange: false
        );
        foreach (var other in World.Places)
            home.Contains(other.Landmark, StringComparison.Ordinal).ShouldBe(isMember && other == place, when);
        home.Contains("action_id", StringComparison.Ordinal).ShouldBe(isMember, when);
    }

    /// <summary>Does something, and looks that it changes no other workspace.</summary>
    private async Task Alone(Place place, string when, Func<Task> act, bool isChange = true)
    {
        var before = await Stood();
        await act();
        var after = await Stood();
        foreach (var other in World.Places.Where(other => !isChange || other != place))
            after[other].ShouldBe(before[other], $"{when} changes {other.Team}");
    }

    private void Effect(string kind, bool hasHappened, string when)
    {
        hasHappened.ShouldBeTrue($"{when} has no effect there");
        _effects[kind] = _effects.GetValueOrDefault(kind) + 1;
    }

    private void IsOfItsPeople(Place place, IEnumerable<Resource> resources) =>
        resources.ShouldAllBe(
            resource =>
                resource.People.All(user =>
                    World.People.Single(person => person.User == user.Value).Teams.Contains(place.Team)
                ),
            $"WORLD_SEED={_seed}: {place.Team}"
        );

    private static JsonObject Filled(string name) =>
        new()
        {
            [Ids.Fields.Resource] = Field("external_select", "selected_option", new JsonObject { ["value"] = name }),
            [Ids.Fields.Length] = Field("static_select", "selected_option", new JsonObject { ["value"] = "3600" }),
            [Ids.Fields.Name] = Field("plain_text_input", "value", name),
            [Ids.Fields.Reason] = Field("plain_text_input", "value", "demo"),
            [Ids.Fields.LockNow] = Field("checkboxes", "selected_options", new JsonArray()),
        };

    private static JsonObject Field(string type, string member, JsonNode value) =>
        new()
        {
            [Ids.Fields.Value] = new JsonObject { ["type"] = type, [member] = value },
        };

    // As people see it: that Slack took the message of a turn is noted a moment later, and shows nowhere.
    private async Task<Dictionary<Place, string>> Stood()
    {
        var stood = new Dictionary<Place, string>();
        foreach (var place in World.Places)
            stood[place] = string.Join('\n', (await Board(place)).Resources.Select(Shown));
        return stood;
    }

    private static string Shown(Resource resource) =>
        string.Join(
            ' ',
            [
                resource.Name.Display,
                resource.Lease?.Id.Value,
                $"{resource.Lease?.Until:O}",
                .. resource.Watchers.Select(watcher => watcher.Value),
                .. resource.Line.Known.Select(wait => wait.Id.Value),
            ]
        );

    private async Task<ResourceSnapshot> Board(Place place) => await Hosted.Locks.List(place.Workspace, Cancel);

    private async Task<Resource?> Find(Place place, string? name) =>
        name is null ? null : await Hosted.Locks.Find(place.Workspace, ResourceName.Of(name), Cancel);

    private T Any<T>(IReadOnlyList<T> some) => some[_chance.Next(some.Count)];
}
