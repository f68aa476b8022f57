using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Interactivity;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>One person at the workspace's page: the conversation that is open, and the person's actions there. The page
/// and the tests drive the workspace through it. Every action completes when the app has answered and the effect of the
/// answer is shown.</summary>
public sealed class Person
{
    private readonly Workspace _workspace;
    private readonly ClientActions _actions;
    private readonly CancellationToken _ct;
    private ImmutableDictionary<string, JsonElement> _suggested = ImmutableDictionary<string, JsonElement>.Empty;
    private Func<Task>? _confirmed;

    internal Person(Workspace workspace, ClientActions actions, Member member, CancellationToken cancellationToken) =>
        (_workspace, _actions, Member, _ct) = (workspace, actions, member, cancellationToken);

    public Member Member { get; }

    public string UserId => Member.Id;

    public Channel ActiveChannel { get; private set; } = Team.Channels[0];

    public bool IsOnHome { get; private set; }

    /// <summary>The confirm dialog that is in front of everything, as the app defined it; null when there is
    /// none.</summary>
    public JsonElement? Dialog { get; private set; }

    /// <summary>The modal in front; null when none is open.</summary>
    public OpenView? Modal => _workspace.Modals(UserId).LastOrDefault();

    /// <summary>The active screen as this person reads it: modal, else Home, else channel; dates in their zone,
    /// mentions as @name.</summary>
    public string Sees => new Screen(_workspace, Here).Text;

    /// <summary>Goes to a channel by name or id; the app's own name opens the direct messages with it (its Messages
    /// tab).</summary>
    public async Task Opens(string channel)
    {
        var name = channel.TrimStart('#');
        var isApp = name.Equals(Team.App.RealName, StringComparison.OrdinalIgnoreCase);
        ActiveChannel = _workspace
            .ChannelsOf(UserId)
            .First(open => open.Id == name || (open.IsDirect ? isApp : open.Name == name));
        IsOnHome = false;
        _workspace.MarkRead(UserId, ActiveChannel.Id);
        if (ActiveChannel.IsDirect)
            await _actions.Events.AppHomeOpened(Member, "messages", _ct);
    }

    public async Task OpensHome()
    {
        IsOnHome = true;
        await _actions.Events.AppHomeOpened(Member, "home", _ct);
    }

    /// <summary>Sends the composer's text: a slash command or a message. False when it failed and the text stays in the
    /// composer.</summary>
    public async Task<bool> Types(string text)
    {
        IsOnHome = false;
        var line = text.Trim();
        var command = line.Split((char[]?)null, 2)[0];
        if (command.Equals(SlashCommands.Known, StringComparison.OrdinalIgnoreCase))
            return await _actions.Commands.Send(Member, ActiveChannel, line[command.Length..].Trim(), _ct);
        if (command.StartsWith('/'))
            return Refused(
                $"{command} is not a valid command. In Slack, anything beginning with a slash is a command."
            );
        if (ActiveChannel.IsDirect)
            return Refused("Sending messages to this app has been turned off.");
        if (line.Length > 0)
            _workspace.Post(
                new()
                {
                    ChannelId = ActiveChannel.Id,
                    Ts = "",
                    AuthorId = UserId,
                    Text = Typed.AsMessage(line),
                }
            );
        return true;
    }

    /// <summary>Presses the button or option with this label on the active screen; with <paramref name="near"/>, the
    /// one beside that text.</summary>
    public Task Clicks(string label, string near = "")
    {
        if (Modal is { } modal && near.Length == 0 && LabelOf(modal, "submit") == label)
            return Submits();
        if (Modal is { } open && near.Length == 0 && (LabelOf(open, "close") ?? "Close") == label)
            return Closes();
        return Press(Look.For(_workspace, Here).Clickable(label, near));
    }

    public Task Clicks(Message message, string label, string near = "") =>
        Press(Look.At(new Surface.OfMessage(message.ChannelId, message.Ts), message.Blocks).Clickable(label, near));

    /// <summary>Chooses an option of a select, of radio buttons or of checkboxes by its text, or a person by their
    /// name; where the app offers them, types it and takes the first that starts so.</summary>
    public async Task Chooses(string label, string option)
    {
        var target = Look.For(_workspace, Here).Field(label);
        if (target.Placed.Type == "users_select")
        {
            var person =
                _workspace.People.FirstOrDefault(person => person.RealName == option)
                ?? throw new InvalidOperationException($"Nobody is called \"{option}\".");
            await Acts(target.Surface, target.Placed.Key.BlockId, target.Placed.Key.ActionId, [person.Id]);
            return;
        }

        var isExternal = target.Placed.Type.Contains("external", StringComparison.Ordinal);
        var offered = isExternal
            ? await Suggests(target.Surface, target.Placed.Key.BlockId, target.Placed.Key.ActionId, option)
            : target.Placed.Options;
        var chosen = offered.FirstOrDefault(choice =>
            PlacedElement.TextOf(choice.Get("text")) is { } text
            && (isExternal ? text.StartsWith(option, StringComparison.Ordinal) : text == option)
        );
        if (chosen.ValueKind != JsonValueKind.Object)
            throw new InvalidOperationException($"\"{label}\" does not offer \"{option}\".");
        await Acts(target.Surface, target.Placed.Key.BlockId, target.Placed.Key.ActionId, [chosen.Str("value") ?? ""]);
    }

    /// <summary>Enters text, a date, a time, or a date and time (2026-03-02 18:00, in their zone) into the field with
    /// this label, and leaves it with Enter.</summary>
    public Task Fills(string label, string text)
    {
        var target = Look.For(_workspace, Here).Field(label);
        var value = target.Placed.Type == "datetimepicker" && text.Length > 0 ? UnixSeconds(text) : text;
        return Acts(
            target.Surface,
            target.Placed.Key.BlockId,
            target.Placed.Key.ActionId,
            value.Length == 0 ? [] : [value]
        );
    }

    /// <summary>Sends the modal in front; the client's own checks may keep it open with errors at its fields.</summary>
    public Task Submits() =>
        Modal is { } modal
            ? _actions.Submissions.Submit(Member, modal, _ct)
            : throw new InvalidOperationException("No modal is open.");

    /// <summary>Cancel or Esc: closes the modal in front.</summary>
    public Task Closes() =>
        Modal is { } modal ? _actions.Submissions.Close(Member, modal, whole: false, _ct) : Task.CompletedTask;

    /// <summary>The X in the corner: closes the whole stack.</summary>
    public Task Dismisses() =>
        Modal is { } modal ? _actions.Submissions.Close(Member, modal, whole: true, _ct) : Task.CompletedTask;

    /// <summary>Says yes in the confirm dialog: the action that asked for it is done now.</summary>
    public Task Confirms()
    {
        var action = _confirmed ?? throw new InvalidOperationException("Nothing asks for confirmation.");
        Denies();
        return action();
    }

    public void Denies() => (Dialog, _confirmed) = (null, null);

    public Task UsesShortcut(string name) =>
        _actions.Interactions.UseShortcut(
            Member,
            Team.Shortcuts.First(shortcut => shortcut.Name == name).CallbackId,
            ActiveChannel,
            _ct
        );

    /// <summary>
    /// Acts on one element: presses it (no values), or gives it these values (option values, ids, a text, a date; none
    /// clears it).
    /// The app is told where the element tells of changes; an element with a confirm dialog waits for
    /// <see cref="Confirms"/>.
    /// </summary>
    public async Task Acts(Surface surface, string blockId, string actionId, params IReadOnlyList<string> values)
    {
        var key = new ElementKey(blockId, actionId);
        var placed = Elements.Find(_workspace.BlocksAt(surface), key);
        Task Act() => _actions.Interactions.Act(Member, surface, key, values, _suggested.Values, _ct);
        if (placed?.Element.Get("confirm") is { } dialog && placed.Dispatches)
            (Dialog, _confirmed) = (dialog, Act);
        else
            await Act();
    }

    /// <summary>Keeps the text that was typed in a field without telling the app, as when a person has not pressed
    /// Enter yet.</summary>
    public void Enters(Surface surface, string blockId, string actionId, params IReadOnlyList<string> values) =>
        _actions.Interactions.Enter(Member, surface, new(blockId, actionId), values, _suggested.Values);

    /// <summary>The options that the app offers in an external select for the typed text.</summary>
    public async Task<IReadOnlyList<JsonElement>> Suggests(
        Surface surface,
        string blockId,
        string actionId,
        string typed
    )
    {
        var options = await _actions.Interactions.Suggest(Member, surface, new(blockId, actionId), typed, _ct);
        _suggested = _suggested.SetItems(
            options.Select(option => KeyValuePair.Create(option.Str("value") ?? "", option))
        );
        return options;
    }

    /// <summary>Moves the clock of the workspace ahead, for everybody.</summary>
    public Task MovesClockAhead(TimeSpan by) => _workspace.MovesAhead(by, _ct);

    private Whereabouts Here => new(Member, ActiveChannel, IsOnHome);

    private Task Press((Surface Surface, PlacedElement Placed, string? Option) target) =>
        Acts(
            target.Surface,
            target.Placed.Key.BlockId,
            target.Placed.Key.ActionId,
            target.Option is null ? [] : [target.Option]
        );

    private bool Refused(string why)
    {
        _actions.Posts.Fail(ActiveChannel.Id, UserId, why);
        return false;
    }

    private string UnixSeconds(string moment)
    {
        var local = DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Member.Zone.GetUtcOffset(local))
            .ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
    }

    private static string? LabelOf(OpenView view, string name) => PlacedElement.TextOf(view.View.Get(name));
}
