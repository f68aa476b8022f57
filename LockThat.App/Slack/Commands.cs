using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Slack;

/// <summary>The slash command: typed words in, one message out. A button may carry such words, and does what they
/// do.</summary>
internal sealed class Commands(LockService locks, Openings openings, Feedback feedback)
{
    private readonly Guesses _guesses = new(locks);
    private readonly RecentAnswers _pressed = new();

    public async Task<Answer> Answer(SlackRequest.SlashCommand command, CancellationToken cancellationToken)
    {
        // A command is never delivered twice, so each has an id of its own even when somebody repeats it to the letter.
        var asker = new Asker(
            command.Workspace,
            command.User,
            RequestId.Of(command.TriggerId, Guid.CreateVersion7().ToString())
        );
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
            "command",
            click.Workspace.Team.Value,
            click.User.Value,
            place?.ChannelId ?? "",
            place?.Ts ?? click.TriggerId,
            click.Action.ActionId,
            text
        );
        var asker = new Asker(click.Workspace, click.User, request);
        return CommandText.Read(text) switch
        {
            Ask.LockForm => openings.LockAny(click),
            Ask.CreateForm => Openings.Create(click),
            Ask.ExtendForm => await openings.ExtendAny(
                click,
                asker,
                await OwnLines(asker, cancellationToken),
                cancellationToken
            ),
            var ask => await feedback.Tell(
                click,
                asker,
                await _pressed.Once(request, () => Reply(asker, ask, text, cancellationToken)),
                cancellationToken
            ),
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
        return
            signed is not null
            && signed != ask.About
            && await locks.Find(asker.Workspace, signed, cancellationToken) is { } found
            ? (ask.Of(found.Name), text)
            : (ask, text);
    }

    private async Task<Message> Reply(Asker asker, Ask ask, string text, CancellationToken cancellationToken) =>
        ask switch
        {
            Ask.Lock { Override: true } taking => await Execute(
                asker,
                new Override(taking.Name, Length(taking), taking.Reason, Expected.Anything),
                cancellationToken
            ),
            Ask.Lock taking => await Execute(
                asker,
                new Lock(taking.Name, Length(taking), taking.Reason, Expected.Anything),
                cancellationToken
            ),
            Ask.Unlock unlock => await Execute(
                asker,
                new Unlock(unlock.Name, unlock.Override, Expected.Anything),
                cancellationToken
            ),
            Ask.UnlockAny => await UnlockAny(asker, cancellationToken),
            Ask.Extend extend => await Execute(
                asker,
                new Extend(extend.Name, extend.Duration, Expected.Anything),
                cancellationToken
            ),
            Ask.Create create => await Execute(asker, new Create(create.Name), cancellationToken),
            Ask.Delete delete => await Execute(asker, new Delete(delete.Name, Expected.Anything), cancellationToken),
            Ask.List => Replies.List(await Lines(asker, cancellationToken)),
            Ask.Mine => Replies.Mine(await OwnLines(asker, cancellationToken)),
            Ask.UnclearDuration unclear => _guesses.At(unclear),
            Ask.LengthAsName length => await _guesses.AtLength(asker, length, cancellationToken)
                ?? await Reply(asker, length.AsTyped, text, cancellationToken),
            Ask.Help { UnknownWord: not null } => await Meant(asker, text, cancellationToken) ?? Advice.For(ask),
            _ => Advice.For(ask),
        };

    private async Task<Message> Execute(Asker asker, ResourceCommand typed, CancellationToken cancellationToken)
    {
        var command = typed with { Name = await locks.Meant(asker.Workspace, typed.Name, cancellationToken) };
        return Say.Of(command, await locks.Execute(asker, command, cancellationToken), asker.Reader);
    }

    // A resource goes before a word that is nearly a command.
    private async Task<Message?> Meant(Asker asker, string text, CancellationToken cancellationToken)
    {
        var (first, behind) = TypedText.First(TypedText.Trim(text));
        return await _guesses.AtResource(asker, first, behind, cancellationToken) ?? Guesses.AtNearCommand(text);
    }

    private static LockLength Length(Ask.Lock ask) =>
        ask.Duration is { } time ? new LockLength.For(time) : new LockLength.Unsaid();

    private async Task<Message> UnlockAny(Asker asker, CancellationToken cancellationToken)
    {
        var board = await locks.List(asker.Workspace, cancellationToken);
        return board.Resources.HeldBy(asker.Actor) switch
        {
            [] => Replies.Mine([]),
            [var only] => await Execute(
                asker,
                new Unlock(only.Name, IsOverride: false, Expected.Anything),
                cancellationToken
            ),
            _ => Replies.UnlockWhich(Say.OwnLines(board, asker.Reader)),
        };
    }

    private async Task<IReadOnlyList<ResourceLine>> OwnLines(Asker asker, CancellationToken cancellationToken) =>
        Say.OwnLines(await locks.List(asker.Workspace, cancellationToken), asker.Reader);

    private async Task<IReadOnlyList<ResourceLine>> Lines(Asker asker, CancellationToken cancellationToken) =>
        Say.Lines(await locks.List(asker.Workspace, cancellationToken), asker.Reader);
}
