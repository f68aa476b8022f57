using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;
using LockThat.App.Slack.Replies;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    private async Task<SlackResponse> Join(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        JoinModal.Answers filled,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return new(new Ack.ViewClear());
        if (Reason.Parse(filled.Reason) is ReasonParse.TooLong)
            return Error(Ids.Fields.Reason, words.ReasonTooLongAtField(Reason.MaxCharacters));
        if (filled.Length?.Time is not { } time)
            return Error(Ids.Fields.Length, words.ChooseLength);

        var asker = askWith(name.Display, $"{time}", filled.Reason ?? "");
        var command = new Join(
            name,
            new LockLength.For(time),
            (Reason.Parse(filled.Reason) as ReasonParse.Parsed)?.Reason,
            DrawnState.In(memory) ?? new Expected.Existing()
        )
        {
            KeepsLength = !filled.IsLengthTouched,
            KeepsReason = !filled.IsReasonTouched,
        };
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(Ids.Fields.Length, words.TooLongAtField(max)),
            Outcome.Refused(Refusal.Changed, _) => await Rejoin(asker, memory, filled, name, cancellationToken),
            Outcome.Refused => Shown(words, OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules)),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
    }

    // The form for the present state takes the place of the view; what is the asker's by now needs none.
    private async Task<SlackResponse> Rejoin(
        Asker asker,
        ModalMemory memory,
        JoinModal.Answers filled,
        ResourceName name,
        CancellationToken cancellationToken
    )
    {
        var (present, now) = await locks.Look(asker.Workspace, name, cancellationToken);
        return forms.ToJoin(memory, present, now, name.Display, asker.Reader, filled) is { } view
            ? new(new Ack.ViewUpdate(view))
            : Shown(asker.Reader.Words(), OutcomeMessages.Present(present, name, asker.Reader, locks.Rules));
    }
}
