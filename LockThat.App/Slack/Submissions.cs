using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The forms: filled values in, an error at its field, the present state in the form's place, or the result where the form was opened.</summary>
internal sealed class Submissions(LockService locks, Forms forms, Feedback feedback)
{
    // A resource that is gone cannot remember which request deleted it.
    private readonly RecentRequests _deletions = new();

    public async Task<Answer> Answer(SlackRequest.ViewSubmission submission, CancellationToken cancellationToken)
    {
        var view = submission.View;
        if (ModalMemory.Read(view.PrivateMetadata) is not { } memory)
            return new(new Ack.ViewClear());

        Asker Asker(params ReadOnlySpan<string> values) => new(
            submission.Workspace, submission.User, RequestId.Of([view.Id, view.CallbackId, submission.User.Value, .. values]));
        return view.CallbackId switch
        {
            Ids.Callbacks.Lock => await Lock(Asker, memory, LockModal.Read(memory, view.State), cancellationToken),
            Ids.Callbacks.Override => await Override(Asker, memory, LockModal.Read(memory, view.State), cancellationToken),
            Ids.Callbacks.Extend => await Extend(Asker, memory, ExtendModal.Read(memory, view.State), cancellationToken),
            Ids.Callbacks.Create => await Create(Asker, memory, CreateModal.Read(view.State), cancellationToken),
            Ids.Callbacks.Delete => await Delete(Asker(), memory, cancellationToken),
            _ => new(new Ack.ViewClear()),
        };
    }

    private delegate Asker AskWith(params ReadOnlySpan<string> values);

    private Task<Answer> Lock(AskWith askWith, ModalMemory memory, LockModal.Answers filled, CancellationToken cancellationToken) =>
        Hold(askWith, memory, filled, isOverride: false, cancellationToken);

    private Task<Answer> Override(AskWith askWith, ModalMemory memory, LockModal.Answers filled, CancellationToken cancellationToken) =>
        Hold(askWith, memory, filled, isOverride: true, cancellationToken);

    private async Task<Answer> Hold(AskWith askWith, ModalMemory memory, LockModal.Answers filled, bool isOverride, CancellationToken cancellationToken)
    {
        if (ResourceName.Parse(filled.Resource) is not NameParse.Parsed { Name: var name })
            return Error(Ids.Fields.Resource, "Choose a resource.");
        if (Reason.Parse(filled.Reason) is ReasonParse.TooLong)
            return Error(Ids.Fields.Reason, $"A reason can have {Reason.MaxCharacters} characters at most.");
        if (filled.Length is null or { IsCustom: false, Time: null })
            return Error(Ids.Fields.Length, "Choose how long.");

        var asker = askWith(name.Display, $"{filled.Length}", filled.Reason ?? "");
        if (filled.Length is { IsCustom: true, Until: null })
            return new(new Ack.ViewUpdate(await Redrawn(asker, memory, filled, name, isOverride, cancellationToken)));

        // What was chosen in the form may have been typed there; what the form is for was not.
        name = memory.Name is null ? await locks.Meant(asker.Workspace, name, cancellationToken) : name;
        LockLength length = filled.Length.Time is { } time ? new LockLength.For(time) : new LockLength.Until(filled.Length.Until ?? default);
        var reason = (Reason.Parse(filled.Reason) as ReasonParse.Parsed)?.Reason;
        Seen? seen = isOverride && memory.Lease is { } lease ? new Seen(new(lease)) : null;
        var answered = await locks.Lock(asker, name, new(length, reason, isOverride, seen, MustExist: memory.Exists), cancellationToken);
        var lengthField = filled.Length.IsCustom ? Ids.Fields.Until : Ids.Fields.Length;
        return answered.Outcome switch
        {
            LockOutcome.EndHasPassed => Error(lengthField, "The end must be in the future."),
            LockOutcome.TooLong(var max) => Error(lengthField, $"A lock can last {LockDuration.Describe(max)} at most."),
            LockOutcome.TooMany(var max) => Error(memory.Name is null ? Ids.Fields.Resource : Ids.Fields.Reason, $"There are {max} resources, the most there may be."),
            LockOutcome.HeldBy or LockOutcome.Stale =>
                new(new Ack.ViewUpdate(await Redrawn(asker, memory, filled, name, isOverride, cancellationToken))),
            LockOutcome.Locked or LockOutcome.Renewed or LockOutcome.TakenOver =>
                await feedback.Tell(memory, asker, Say.Of(answered, asker.User), cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<ModalViewDefinition> Redrawn(
        Asker asker, ModalMemory memory, LockModal.Answers filled, ResourceName name, bool isOverride, CancellationToken cancellationToken)
    {
        var present = await locks.Find(asker.Workspace, name, cancellationToken);
        return isOverride
            ? forms.ToOverride(memory, present, name.Display, asker.User, filled)
            : forms.ToLock(memory, present, name.Display, asker.User, filled);
    }

    private async Task<Answer> Extend(AskWith askWith, ModalMemory memory, ExtendModal.Answers filled, CancellationToken cancellationToken)
    {
        if (ResourceName.Parse(filled.Resource) is not NameParse.Parsed { Name: var name })
            return Error(Ids.Fields.Resource, "Choose one of your locks.");
        if (filled.By is not { } by)
            return Error(Ids.Fields.Length, "Choose by how long.");

        var asker = askWith(name.Display, $"{by}");
        Seen? seen = memory.Lease is { } lease ? new Seen(new(lease), memory.Until) : null;
        var answered = await locks.Extend(asker, name, by, seen, cancellationToken);
        return answered.Outcome switch
        {
            ExtendOutcome.TooLong(_, var max) => Error(Ids.Fields.Length, $"No lock may end later than {LockDuration.Describe(max)} from now."),
            ExtendOutcome.Stale({ Lease: { } present } resource) when present.Holder == asker.User => new(new Ack.ViewUpdate(ExtendModal.For(
                memory, Say.Line(resource, asker.User), forms.Limits, by, Prose.Of($":eyes: *Nothing was done:* the end has changed meanwhile.")))),
            ExtendOutcome.Extended => await feedback.Tell(memory, asker, Say.Of(answered, asker.User), cancellationToken),
            ExtendOutcome.Stale or ExtendOutcome.HeldBy or ExtendOutcome.WasFree or ExtendOutcome.NoSuchResource =>
                new(new Ack.ViewUpdate(ResultModal.For(Say.Of(answered, asker.User)))),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Answer> Create(AskWith askWith, ModalMemory memory, CreateModal.Answers filled, CancellationToken cancellationToken)
    {
        if (ResourceName.Parse(filled.Name) is NameParse.Refused(var problem, var suggestion))
            return Error(Ids.Fields.Name, Advice.Why(problem) + (suggestion is null ? "" : $" Try {suggestion.Display}."));

        var typed = ResourceName.Of(filled.Name);
        var asker = askWith(typed.Display, $"{filled.LockNow}");
        var name = await locks.Meant(asker.Workspace, typed, cancellationToken);
        if (filled.LockNow)
        {
            var locked = await locks.Lock(asker, name, new(new LockLength.Unsaid(), MustBeNew: true), cancellationToken);
            return locked.Outcome switch
            {
                LockOutcome.TooMany(var max) => TooMany(max),
                LockOutcome.Stale or LockOutcome.HeldBy => Exists(locked.Name),
                LockOutcome.TooLong or LockOutcome.EndHasPassed => throw new UnreachableException("The default length always fits."),
                LockOutcome.Locked or LockOutcome.Renewed or LockOutcome.TakenOver =>
                    await feedback.Tell(memory, asker, Say.Of(locked, asker.User), cancellationToken),
                _ => throw new UnreachableException(),
            };
        }

        var created = await locks.Create(asker, name, cancellationToken);
        return created.Outcome switch
        {
            CreateOutcome.TooMany(var max) => TooMany(max),
            CreateOutcome.Exists => Exists(created.Name),
            CreateOutcome.Created => await feedback.Tell(memory, asker, Say.Of(created, asker.User), cancellationToken),
            _ => throw new UnreachableException(),
        };

        static Answer TooMany(int max) => Error(Ids.Fields.Name, $"There are {max} resources, the most there may be.");
        static Answer Exists(ResourceName name) => Error(Ids.Fields.Name, $"There is already one named {name.Display}.");
    }

    private async Task<Answer> Delete(Asker asker, ModalMemory memory, CancellationToken cancellationToken)
    {
        if (ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name })
            return new(new Ack.ViewClear());

        var answered = await locks.Delete(asker, name, new SeenState(memory.Lease is { } lease ? new LeaseId(lease) : null), cancellationToken);
        if (answered.Outcome is DeleteOutcome.Deleted)
            _deletions.Add(asker.Request);
        return answered.Outcome switch
        {
            DeleteOutcome.Stale(var present) => new(new Ack.ViewUpdate(DeleteModal.For(
                memory, Say.Line(present, asker.User), present.Watchers.Length, Prose.Of($":eyes: *Nothing was done:* it has changed meanwhile.")))),
            DeleteOutcome.HeldBy => new(new Ack.ViewUpdate(ResultModal.For(Say.Of(answered, asker.User)))),

            DeleteOutcome.NoSuchResource when _deletions.Contains(asker.Request) =>
                await feedback.Tell(memory, asker, Replies.Deleted(name.Display, wasHeld: false), cancellationToken),
            DeleteOutcome.NoSuchResource => new(new Ack.ViewUpdate(ResultModal.For(Replies.Gone(name.Display)))),
            DeleteOutcome.Deleted => await feedback.Tell(memory, asker, Say.Of(answered, asker.User), cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private static Answer Error(string field, string text) => new(new Ack.ViewErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text }));
}
