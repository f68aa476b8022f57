using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The slash command: typed words in, one message out. A button may carry such words, and does what they do.</summary>
internal sealed class Commands(LockService locks, Openings openings, Feedback feedback)
{
    private readonly Guesses _guesses = new(locks);
    private readonly RecentAnswers _pressed = new();

    public async Task<Answer> Answer(SlackRequest.SlashCommand command, CancellationToken cancellationToken)
    {
        // A command is never delivered twice, so each has an id of its own even when somebody repeats it to the letter.
        var asker = new Asker(command.Workspace, command.User, RequestId.Of(command.TriggerId, Guid.CreateVersion7().ToString()));
        var typed = await Typed(asker, command.Text, cancellationToken);
        return typed.Ask switch
        {
            Ask.LockForm => openings.Lock(command),
            Ask.CreateForm => Openings.Create(command),
            Ask.ExtendForm => openings.Extend(command, await OwnLines(asker, cancellationToken)),
            var ask => new(new Ack.OfMessage(await Reply(asker, ask, typed.Text, cancellationToken))),
        };
    }

    /// <summary>A button that says a command was pressed: however often, the work is done once.</summary>
    public async Task<Answer> Answer(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var (text, place) = (click.Action.Value ?? "", click.Container as Container.Message);
        var request = RequestId.Of(
            "command", click.Workspace.Team.Value, click.User.Value, place?.ChannelId ?? "", place?.Ts ?? click.TriggerId, click.Action.ActionId, text);
        var asker = new Asker(click.Workspace, click.User, request);
        return CommandText.Read(text) switch
        {
            Ask.LockForm => openings.LockAny(click),
            Ask.CreateForm => Openings.Create(click),
            Ask.ExtendForm => await openings.ExtendAny(click, asker, await OwnLines(asker, cancellationToken), cancellationToken),
            var ask => await feedback.Tell(
                click, asker, await _pressed.Once(request, () => Reply(asker, ask, text, cancellationToken)), cancellationToken),
        };
    }

    /// <summary>What was typed, in the words that the person saw.</summary>
    private async Task<(Ask Ask, string Text)> Typed(Asker asker, string escaped, CancellationToken cancellationToken)
    {
        var text = SlackText.Plain(escaped);
        var ask = CommandText.Read(text);
        if (!escaped.Contains('<', StringComparison.Ordinal))
            return (ask, text);

        // A channel or a person in a name's place is the resource #label or @label where there is one.
        var signed = CommandText.Read(SlackText.Plain(escaped, withSigns: true)).About;
        return signed is not null && signed != ask.About && await locks.Find(asker.Workspace, signed, cancellationToken) is { } found
            ? (ask.Of(found.Name), text)
            : (ask, text);
    }

    private async Task<Message> Reply(Asker asker, Ask ask, string text, CancellationToken cancellationToken) => ask switch
    {
        Ask.Lock lockAsk => await Lock(asker, lockAsk, cancellationToken),
        Ask.Unlock unlock => await Unlock(asker, await Meant(asker, unlock.Name, cancellationToken), unlock.Override, cancellationToken),
        Ask.UnlockAny => await UnlockAny(asker, cancellationToken),
        Ask.Extend extend => await Extend(asker, extend, cancellationToken),
        Ask.Create create => await Create(asker, create.Name, cancellationToken),
        Ask.Delete delete => await Delete(asker, delete.Name, cancellationToken),
        Ask.List => Replies.List(await Lines(asker, cancellationToken)),
        Ask.Mine => Replies.Mine(await OwnLines(asker, cancellationToken)),
        Ask.UnclearDuration unclear => _guesses.At(unclear),
        Ask.LengthAsName length => await _guesses.AtLength(asker, length, cancellationToken) ?? await Reply(asker, length.AsTyped, text, cancellationToken),
        Ask.Help { UnknownWord: not null } => await Meant(asker, text, cancellationToken) ?? Advice.For(ask),
        _ => Advice.For(ask),
    };

    // A resource goes before a word that is nearly a command.
    private async Task<Message?> Meant(Asker asker, string text, CancellationToken cancellationToken)
    {
        var (first, behind) = TypedText.First(TypedText.Trim(text));
        return await _guesses.AtResource(asker, first, behind, cancellationToken) ?? Guesses.AtNearCommand(text);
    }

    private async Task<Message> Lock(Asker asker, Ask.Lock ask, CancellationToken cancellationToken)
    {
        LockLength length = ask.Duration is { } time ? new LockLength.For(time) : new LockLength.Unsaid();
        var name = await Meant(asker, ask.Name, cancellationToken);
        return Say.Of(await locks.Lock(asker, name, new(length, ask.Reason, ask.Override), cancellationToken), asker.User);
    }

    private async Task<Message> Unlock(Asker asker, ResourceName name, bool @override, CancellationToken cancellationToken) =>
        Say.Of(await locks.Unlock(asker, name, @override, seen: null, cancellationToken), asker.User);

    private async Task<Message> UnlockAny(Asker asker, CancellationToken cancellationToken)
    {
        var own = await OwnLines(asker, cancellationToken);
        return own switch
        {
            [] => Replies.Mine([]),
            [var only] => await Unlock(asker, ResourceName.Of(only.Name), @override: false, cancellationToken),
            _ => Replies.UnlockWhich(own),
        };
    }

    private async Task<Message> Extend(Asker asker, Ask.Extend ask, CancellationToken cancellationToken) =>
        Say.Of(await locks.Extend(asker, await Meant(asker, ask.Name, cancellationToken), ask.Duration, seen: null, cancellationToken), asker.User);

    private async Task<Message> Create(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Say.Of(await locks.Create(asker, await Meant(asker, name, cancellationToken), cancellationToken), asker.User);

    private async Task<Message> Delete(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Say.Of(await locks.Delete(asker, await Meant(asker, name, cancellationToken), seen: null, cancellationToken), asker.User);

    private ValueTask<ResourceName> Meant(Asker asker, ResourceName typed, CancellationToken cancellationToken) =>
        locks.Meant(asker.Workspace, typed, cancellationToken);

    private async Task<IReadOnlyList<ResourceLine>> OwnLines(Asker asker, CancellationToken cancellationToken) =>
        Say.OwnLines(await locks.List(asker.Workspace, cancellationToken), asker.User);

    private async Task<IReadOnlyList<ResourceLine>> Lines(Asker asker, CancellationToken cancellationToken) =>
        Say.Lines(await locks.List(asker.Workspace, cancellationToken), asker.User);
}
