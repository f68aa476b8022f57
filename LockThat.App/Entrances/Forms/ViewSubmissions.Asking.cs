using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Forms;

internal sealed partial class ViewSubmissions
{
    private async Task<SlackResponse> HandleAsking(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        ViewInfo view,
        CancellationToken cancellationToken
    ) =>
        view.CallbackId switch
        {
            Ids.Callbacks.Ask => await Ask(words, askWith, memory, AskModal.Read(view.State), cancellationToken),
            Ids.Callbacks.Keep => await Keep(words, askWith, memory, KeepModal.Read(view.State), cancellationToken),
            Ids.Callbacks.Give => await Give(words, askWith, memory, GiveModal.Read(view.State), cancellationToken),
            _ => new(new Ack.ViewClear()),
        };

    private async Task<SlackResponse> Ask(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        AskModal.Answers filled,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return new(new Ack.ViewClear());
        if (Reason.Parse(filled.Message) is ReasonParse.TooLong)
            return Error(Ids.Fields.Message, words.MessageTooLongAtField(Reason.MaxCharacters));
        if (filled.Length?.Time is not { } time)
            return Error(Ids.Fields.Length, words.ChooseLength);

        var asker = askWith(name.Display, $"{time}", filled.Message ?? "");
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
            Outcome.Refused => Shown(words, OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules)),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };

        // The form for the present state; what is the asker's by now needs none.
        ModalViewDefinition? Again(Resource? present) =>
            forms.ToAsk(memory, present, name.Display, asker.Reader, filled);
    }

    private async Task<SlackResponse> Keep(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        string? answer,
        CancellationToken cancellationToken
    )
    {
        if (memory.Ask is not { } ask || ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return new(new Ack.ViewClear());
        if (Reason.Parse(answer) is ReasonParse.TooLong)
            return Error(Ids.Fields.Answer, words.AnswerTooLongAtField(Reason.MaxCharacters));

        var asker = askWith(name.Display, ask, answer ?? "");
        var command = new Keep(name, new(ask), (Reason.Parse(answer) as ReasonParse.Parsed)?.Reason);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        // The message of the ask says what became of it, also when that was something else.
        return await feedback.Tell(
            memory,
            asker,
            OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules),
            cancellationToken
        );
    }

    private async Task<SlackResponse> Give(
        IWording words,
        AskWith askWith,
        ModalMemory memory,
        string? person,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return new(new Ack.ViewClear());
        if (person is null)
            return Error(Ids.Fields.Person, words.ChoosePerson);

        var asker = askWith(name.Display, person);
        var to = new UserId(person);
        if (await receivers.WhyNot(asker, to, cancellationToken) is { } why)
            return Error(Ids.Fields.Person, why);
        var command = new Give(name, to, DrawnState.In(memory) ?? new Expected.Existing());
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var result = OutcomeMessages.Of(command, outcome, asker.Reader, locks.Rules);
        return outcome is Outcome.Refused
            ? Shown(words, result)
            : await feedback.Tell(memory, asker, result, cancellationToken);
    }
}
