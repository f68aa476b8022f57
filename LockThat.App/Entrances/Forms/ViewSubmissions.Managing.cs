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
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    // A deleted resource cannot remember the request that deleted it.
    private readonly RecentRequests _deletions = new();

    private async Task<SlackResponse> Create(SentForm form, CancellationToken cancellationToken)
    {
        var words = form.Words;
        var filled = CreateModal.Read(form.Fields);
        if (ResourceName.Parse(filled.Name) is NameParse.Refused(var problem, var suggestion))
            return Error(Ids.Fields.Name, words.BadNameAtField(CommandHelp.Why(problem, words), suggestion?.Display));

        var typed = ResourceName.Of(filled.Name);
        var asker = form.Asker(typed.Display, $"{filled.LockNow}");
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
            _ => await Result(form, asker, command, outcome, cancellationToken),
        };
    }

    private async Task<SlackResponse> Delete(SentForm form, CancellationToken cancellationToken)
    {
        var (words, memory, asker) = (form.Words, form.Memory, form.Asker());
        if (asker.Request is not { } request || form.Name is not { } name)
            return Closed;

        var command = new Delete(name, DrawnState.In(memory) ?? new Expected.Free());
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var result = OutcomeMessages.Of(command, outcome, asker.Reader, asker.Reader.Rules);
        if (outcome is Outcome.Accepted)
            _deletions.Add(request, result);
        return outcome switch
        {
            Outcome.Refused(Refusal.Changed, { } present) => new(
                new Ack.ViewUpdate(
                    DeleteModal.For(
                        words,
                        memory,
                        ResourceLines.Of(present, asker.Reader, asker.Reader.Rules, now: null),
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
