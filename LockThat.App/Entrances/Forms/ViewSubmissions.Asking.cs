using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    private async Task<SlackResponse> Ask(SentForm form, CancellationToken cancellationToken)
    {
        var (words, memory) = (form.Words, form.Memory);
        var filled = AskModal.Read(form.Fields);
        if (form.Name is not { } name)
            return Closed;
        if (Reason.Parse(filled.Message) is ReasonParse.TooLong)
            return Error(Ids.Fields.Message, words.MessageTooLongAtField(Reason.MaxCharacters));
        if (filled.Length?.Time is not { } time)
            return Error(Ids.Fields.Length, words.ChooseLength);

        var asker = form.Asker(name.Display, $"{time}", filled.Message ?? "");
        var message = (Reason.Parse(filled.Message) as ReasonParse.Parsed)?.Reason;
        var expected = DrawnState.In(memory) ?? new Expected.Existing();
        var command = new Ask(name, new LockLength.For(time), message, expected);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(Ids.Fields.Length, words.TooLongAtField(max)),
            Outcome.Refused(Refusal.Changed, var present) when Again(present) is { } view => new(
                new Ack.ViewUpdate(view)
            ),
            _ => await Result(form, asker, command, outcome, cancellationToken),
        };

        // The form for the present state; what is the asker's by now needs none.
        ModalViewDefinition? Again(Resource? present) =>
            ModalDrawer.ToAsk(memory, present, name.Display, asker.Reader, filled);
    }

    private async Task<SlackResponse> Keep(SentForm form, CancellationToken cancellationToken)
    {
        var (words, memory) = (form.Words, form.Memory);
        var answer = KeepModal.Read(form.Fields);
        if (memory.Ask is not { } ask || form.Name is not { } name)
            return Closed;
        if (Reason.Parse(answer) is ReasonParse.TooLong)
            return Error(Ids.Fields.Answer, words.AnswerTooLongAtField(Reason.MaxCharacters));

        var asker = form.Asker(name.Display, ask, answer ?? "");
        var command = new Keep(name, new(ask), (Reason.Parse(answer) as ReasonParse.Parsed)?.Reason);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        // The message of the ask says what became of it, also when that was something else.
        return await feedback.Tell(
            memory,
            asker,
            OutcomeMessages.Of(command, outcome, asker.Reader, asker.Reader.Rules),
            cancellationToken
        );
    }

    private async Task<SlackResponse> Give(SentForm form, CancellationToken cancellationToken)
    {
        var person = GiveModal.Read(form.Fields);
        if (form.Name is not { } name)
            return Closed;
        if (person is null)
            return Error(Ids.Fields.Person, form.Words.ChoosePerson);

        var asker = form.Asker(name.Display, person);
        var to = new UserId(person);
        if (await receivers.WhyNot(asker, to, cancellationToken) is { } why)
            return Error(Ids.Fields.Person, why);
        var command = new Give(name, to, DrawnState.In(form.Memory) ?? new Expected.Existing());
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return await Result(form, asker, command, outcome, cancellationToken);
    }
}
