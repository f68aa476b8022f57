using LockThat.App.Entrances.Gifts;
using LockThat.App.Entrances.Rules;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Forms;

/// <summary>The forms: filled values in, an error at its field, the present state in the form's place, or the result
/// where the form was opened.</summary>
internal sealed partial class ViewSubmissions(
    LockService locks,
    ResultPlacement feedback,
    Receivers receivers,
    RulePages rules
)
{
    public async Task<SlackResponse> Handle(SlackRequest.ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.View.CallbackId == Ids.Callbacks.SettingsForm)
            return await rules.Save(submission, cancellationToken);
        if (ModalMemory.Read(submission.View.PrivateMetadata) is not { } memory)
            return Closed;

        var reader = await locks.ReaderOf(submission.Workspace, submission.User, cancellationToken);
        var form = new SentForm(submission, memory, reader);
        return submission.View.CallbackId switch
        {
            Ids.Callbacks.Lock => await Hold(form, isOverride: false, cancellationToken),
            Ids.Callbacks.Override => await Hold(form, isOverride: true, cancellationToken),
            Ids.Callbacks.Extend => await Extend(form, cancellationToken),
            Ids.Callbacks.Join => await Join(form, cancellationToken),
            Ids.Callbacks.Ask => await Ask(form, cancellationToken),
            Ids.Callbacks.Keep => await Keep(form, cancellationToken),
            Ids.Callbacks.Give => await Give(form, cancellationToken),
            Ids.Callbacks.Create => await Create(form, cancellationToken),
            Ids.Callbacks.Delete => await Delete(form, cancellationToken),
            _ => Closed,
        };
    }

    private async Task<SlackResponse> Hold(SentForm form, bool isOverride, CancellationToken cancellationToken)
    {
        var (words, memory) = (form.Words, form.Memory);
        var filled = LockModal.Read(memory, form.Fields);
        if (ResourceName.Parse(filled.Resource) is not NameParse.Parsed { Name: var name })
            return Error(Ids.Fields.Resource, words.ChooseResource);
        if (Reason.Parse(filled.Reason) is ReasonParse.TooLong)
            return Error(Ids.Fields.Reason, words.ReasonTooLongAtField(Reason.MaxCharacters));
        if (filled.Length is null or { IsCustom: false, Time: null })
            return Error(Ids.Fields.Length, words.ChooseLength);

        var asker = form.Asker(name.Display, $"{filled.Length}", filled.Reason ?? "");
        if (filled.Length is { IsCustom: true, Until: null })
            return new(new Ack.ViewUpdate(await Redrawn(asker, memory, filled, name, isOverride, cancellationToken)));

        // A name from the form may have been typed there; the name that the form was opened for was not.
        name = memory.Name is null ? await locks.Meant(asker.Workspace, name, cancellationToken) : name;
        var command = CommandOf(memory, filled, filled.Length, name, isOverride);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var lengthField = filled.Length.IsCustom ? Ids.Fields.Until : Ids.Fields.Length;
        return outcome switch
        {
            Outcome.Refused(Refusal.EndHasPassed, _) => Error(lengthField, words.EndHasPassedAtField),
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(lengthField, words.TooLongAtField(max)),
            Outcome.Refused(Refusal.NearName(var near), _) => Error(
                memory.Name is null ? Ids.Fields.Resource : Ids.Fields.Reason,
                words.NearNameAtField(name.Display, [.. near.Select(other => other.Display)])
            ),
            Outcome.Refused(Refusal.TooMany(var max), _) => Error(
                memory.Name is null ? Ids.Fields.Resource : Ids.Fields.Reason,
                words.TooManyAtField(max)
            ),
            Outcome.Refused => new(
                new Ack.ViewUpdate(await Redrawn(asker, memory, filled, name, isOverride, cancellationToken))
            ),
            _ => await Result(form, asker, command, outcome, cancellationToken),
        };
    }

    private static ResourceCommand CommandOf(
        ModalMemory memory,
        LockModal.Answers filled,
        LengthChoice chosen,
        ResourceName name,
        bool isOverride
    )
    {
        LockLength length = chosen.Time is { } time
            ? new LockLength.For(time)
            : new LockLength.Until(chosen.Until ?? default);
        var reason = (Reason.Parse(filled.Reason) as ReasonParse.Parsed)?.Reason;
        var expected = ExistingOrAnything(memory);
        if (!isOverride)
            return new Lock(name, length, reason, expected);
        return new Override(name, length, reason, DrawnState.In(memory) ?? expected);
    }

    private static Expected ExistingOrAnything(ModalMemory memory) =>
        memory.Exists ? new Expected.Existing() : Expected.Anything;

    private async Task<ModalViewDefinition> Redrawn(
        Asker asker,
        ModalMemory memory,
        LockModal.Answers filled,
        ResourceName name,
        bool isOverride,
        CancellationToken cancellationToken
    )
    {
        var present = await locks.Find(asker.Workspace, name, cancellationToken);
        return isOverride
            ? ModalDrawer.ToOverride(memory, present, name.Display, asker.Reader, filled)
            : ModalDrawer.ToLock(memory, present, name.Display, asker.Reader, filled);
    }

    private async Task<SlackResponse> Extend(SentForm form, CancellationToken cancellationToken)
    {
        var (words, memory) = (form.Words, form.Memory);
        var filled = ExtendModal.Read(memory, form.Fields);
        if (ResourceName.Parse(filled.Resource) is not NameParse.Parsed { Name: var name })
            return Error(Ids.Fields.Resource, words.ChooseOwnLock);
        if (filled.By is not { } by)
            return Error(Ids.Fields.Length, words.ChooseExtension);

        var asker = form.Asker(name.Display, $"{by}");
        var command = new Extend(
            name,
            by,
            memory.Lease is { } lease ? new Expected.Lease(new(lease), memory.Until) : Expected.Anything
        );
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(Ids.Fields.Length, words.ExtendedTooLongAtField(max)),
            Outcome.Refused(Refusal.Changed, { Lease: { } present } resource) when asker.Reader.Is(present.Holder) =>
                new(
                    new Ack.ViewUpdate(
                        ExtendModal.For(
                            words,
                            memory,
                            ResourceLines.Of(resource, asker.Reader, asker.Reader.Rules, now: null),
                            ModalDrawer.LimitsOf(asker.Reader),
                            by,
                            words.EndChangedSinceDrawn
                        )
                    )
                ),
            _ => await Result(form, asker, command, outcome, cancellationToken),
        };
    }

    // A refusal takes the place of the form; anything else is said where the form was opened.
    private async Task<SlackResponse> Result(
        SentForm form,
        Asker asker,
        ResourceCommand command,
        Outcome outcome,
        CancellationToken cancellationToken
    )
    {
        var result = OutcomeMessages.Of(command, outcome, asker.Reader, asker.Reader.Rules);
        return outcome is Outcome.Refused
            ? Shown(form.Words, result)
            : await feedback.Tell(form.Memory, asker, result, cancellationToken);
    }

    private static SlackResponse Shown(IWording words, Message result) =>
        new(new Ack.ViewUpdate(ResultModal.For(words, result)));

    private static SlackResponse Closed => new(new Ack.ViewClear());

    private static SlackResponse Error(string field, string text) =>
        new(new Ack.ViewErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text }));
}
