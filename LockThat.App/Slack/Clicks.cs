using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The buttons: each acts on the lock that it was drawn for, and the message that it stands on is drawn again.</summary>
sealed class Clicks(LockService locks)
{
    public async Task<Answer> Answer(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        // Buttons of messages from years ago: nothing to do, and nothing to complain about.
        var action = click.Action;
        if (ButtonValue.Read(action.Value) is not { } drawn || ResourceName.Parse(drawn.Name) is not NameParse.Parsed { Name: var name })
            return Slack.Answer.Nothing;

        var request = RequestId.Of("click", click.TriggerId, click.User.Value, action.ActionId, action.BlockId, action.Value ?? "", action.ActionTs);
        var asker = new Asker(click.Workspace, click.User, request);
        Seen? seen = drawn.Lease is { } lease ? new Seen(new(lease), drawn.Until) : null;
        return await Act(action.ActionId, asker, name, seen, cancellationToken) is { } outcome
            && click.Container is Container.Message { ResponseUrl: { } responseUrl }
            ? new(
                new Ack.Empty(),
                new SlackCall.Respond(responseUrl, await Redrawn(action.BlockId, outcome, asker, cancellationToken), Original.Replace))
            : Slack.Answer.Nothing;
    }

    private async Task<Message?> Act(string action, Asker asker, ResourceName name, Seen? seen, CancellationToken cancellationToken) => action switch
    {
        Ids.Actions.Unlock => Say.Of(await locks.Unlock(asker, name, @override: false, seen, cancellationToken), asker.User),
        Ids.Actions.Watch => Say.Of(await locks.Watch(asker, name, seen, cancellationToken), asker.User),
        Ids.Actions.Unwatch => Say.Of(await locks.Unwatch(asker, name, cancellationToken), asker.User),
        Ids.Actions.GiveBack when seen is { } taken => Say.Of(await locks.GiveBack(asker, name, taken, cancellationToken), asker.User),
        Ids.Actions.LockNow => Say.Of(await locks.Lock(asker, name, new(new LockLength.Unsaid()), cancellationToken), asker.User),
        _ => null,
    };

    private async Task<Message> Redrawn(string blockId, Message outcome, Asker asker, CancellationToken cancellationToken)
    {
        var isList = blockId.StartsWith(Ids.Blocks.List, StringComparison.Ordinal);
        if (!isList && !blockId.StartsWith(Ids.Blocks.Mine, StringComparison.Ordinal) && !blockId.StartsWith(Ids.Blocks.Which, StringComparison.Ordinal))
            return outcome;

        var lines = Say.Lines(await locks.List(asker.Workspace, cancellationToken), asker.User);
        return Replies.Below(outcome, isList ? Replies.List(lines) : Replies.Mine([.. lines.Where(line => line.IsOwn)]));
    }
}
