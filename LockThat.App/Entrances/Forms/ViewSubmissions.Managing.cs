using System.Diagnostics;
using LockThat.App.Entrances.Commands;
using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    // A deleted resource cannot remember the request that deleted it.
    private readonly RecentRequests _deletions = new();

    private async Task<SlackResponse> Create(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        CreateModal.Answers filled,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(filled.Name) is NameParse.Refused(var problem, var suggestion))
            return Error(Ids.Fields.Name, words.BadNameAtField(CommandHelp.Why(problem, words), suggestion?.Display));

        var typed = ResourceName.Of(filled.Name);
        var asker = askWith(typed.Display, $"{filled.LockNow}");
        var name = await locks.Meant(asker.Workspace, typed, cancellationToken);
        ResourceCommand command = filled.LockNow
            ? new Lock(name, new LockLength.Unsaid(), Reason: null, new Expected.New())
            : new Create(name);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooMany(var max), _) => Error(Ids.Fields.Name, words.TooManyAtField(max)),
            Outcome.Refused(_, var present) => Error(
                Ids.Fields.Name,
                words.ExistsAtField((present?.Name ?? name).Display)
            ),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<SlackResponse> Delete(
        IWording words,
        Asker asker,
        ModalMemory memory,
        CancellationToken cancellationToken
    )
    {
        if (
            asker.Request is not { } request
            || ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name }
        )
            return new(new Ack.ViewClear());

        var command = new Delete(name, DrawnState.In(memory) ?? new Expected.Free());
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var result = OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules);
        if (outcome is Outcome.Accepted)
            _deletions.Add(request, result);
        return outcome switch
        {
            Outcome.Refused(Refusal.Changed, { } present) => new(
                new Ack.ViewUpdate(
                    DeleteModal.For(
                        words,
                        memory,
                        ResourceLines.Of(present, asker.Reader, locks.Rules, now: null),
                        present.Watchers.Length,
                        words.ChangedSinceDrawn
                    )
                )
            ),
            Outcome.Refused(Refusal.NoSuchResource, _) when _deletions.Find(request) is { } before =>
                await feedback.Tell(memory, asker, before, cancellationToken),
            Outcome.Refused(Refusal.NoSuchResource, _) => Shown(words, Replies.Say(words.Gone(name.Display))),
            Outcome.Refused => Shown(words, result),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(memory, asker, result, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }
}
