using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The slash command: typed words in, one message out.</summary>
internal sealed class Commands(LockService locks, Openings openings)
{
    public async Task<Answer> Answer(SlackRequest.SlashCommand command, CancellationToken cancellationToken)
    {
        // A command is never delivered twice, so each has an id of its own even when somebody repeats it to the letter.
        var asker = new Asker(command.Workspace, command.User, RequestId.Of(command.TriggerId, Guid.CreateVersion7().ToString()));
        return CommandText.Parse(command.Text) switch
        {
            Ask.LockForm => openings.Lock(command),
            Ask.CreateForm => Openings.Create(command),
            Ask.ExtendForm => openings.Extend(command, await OwnLines(asker, cancellationToken)),
            var ask => new(new Ack.OfMessage(await Reply(asker, ask, cancellationToken))),
        };
    }

    private async Task<Message> Reply(Asker asker, Ask ask, CancellationToken cancellationToken) => ask switch
    {
        Ask.Lock lockAsk => await Lock(asker, lockAsk, cancellationToken),
        Ask.Unlock unlock => await Unlock(asker, unlock.Name, unlock.Override, cancellationToken),
        Ask.UnlockAny => await UnlockAny(asker, cancellationToken),
        Ask.Extend extend => await Extend(asker, extend, cancellationToken),
        Ask.Create create => await Create(asker, create.Name, cancellationToken),
        Ask.Delete delete => await Delete(asker, delete.Name, cancellationToken),
        Ask.List => Replies.List(await Lines(asker, cancellationToken)),
        Ask.Mine => Replies.Mine(await OwnLines(asker, cancellationToken)),
        _ => Advice.For(ask),
    };

    private async Task<Message> Lock(Asker asker, Ask.Lock ask, CancellationToken cancellationToken)
    {
        LockLength length = ask.Duration is { } time ? new LockLength.For(time) : new LockLength.Unsaid();
        return Say.Of(await locks.Lock(asker, ask.Name, new(length, ask.Reason, ask.Override), cancellationToken), asker.User);
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
        Say.Of(await locks.Extend(asker, ask.Name, ask.Duration, seen: null, cancellationToken), asker.User);

    private async Task<Message> Create(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Say.Of(await locks.Create(asker, name, cancellationToken), asker.User);

    private async Task<Message> Delete(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Say.Of(await locks.Delete(asker, name, seen: null, cancellationToken), asker.User);

    private async Task<IReadOnlyList<ResourceLine>> OwnLines(Asker asker, CancellationToken cancellationToken) =>
        Say.OwnLines(await locks.List(asker.Workspace, cancellationToken), asker.User);

    private async Task<IReadOnlyList<ResourceLine>> Lines(Asker asker, CancellationToken cancellationToken) =>
        Say.Lines(await locks.List(asker.Workspace, cancellationToken), asker.User);
}
