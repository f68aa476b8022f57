using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;
using LockThat.App.Slack.Replies;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    private async Task<SlackResponse> Join(SentForm form, CancellationToken cancellationToken)
    {
        var (words, memory) = (form.Words, form.Memory);
        var filled = JoinModal.Read(memory, form.Fields);
        if (form.Name is not { } name)
            return Closed;
        if (Reason.Parse(filled.Reason) is ReasonParse.TooLong)
            return Error(Ids.Fields.Reason, words.ReasonTooLongAtField(Reason.MaxCharacters));
        if (filled.Length?.Time is not { } time)
            return Error(Ids.Fields.Length, words.ChooseLength);

        var asker = form.Asker(name.Display, $"{time}", filled.Reason ?? "");
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
            _ => await Result(form, asker, command, outcome, cancellationToken),
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
        return ModalDrawer.ToJoin(memory, present, now, name.Display, asker.Reader, filled) is { } view
            ? new(new Ack.ViewUpdate(view))
            : Shown(asker.Reader.Words(), OutcomeMessages.Present(present, name, asker.Reader, asker.Reader.Rules));
    }
}
