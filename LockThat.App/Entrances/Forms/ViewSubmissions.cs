using System.Diagnostics;
using LockThat.App.Entrances.Commands;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Forms;

/// <summary>The forms: filled values in, an error at its field, the present state in the form's place, or the result
/// where the form was opened.</summary>
internal sealed class ViewSubmissions(LockService locks, ModalDrawer forms, ResultPlacement feedback)
{
    // A resource that is gone cannot remember which request deleted it.
    private readonly RecentRequests _deletions = new();

    public async Task<SlackResponse> Handle(SlackRequest.ViewSubmission submission, CancellationToken cancellationToken)
    {
        var view = submission.View;
        if (ModalMemory.Read(view.PrivateMetadata) is not { } memory)
            return new(new Ack.ViewClear());

        Asker Asker(params ReadOnlySpan<string> values) =>
            new(
                submission.Workspace,
                submission.User,
                RequestId.Of([view.Id, view.CallbackId, submission.User.Value, .. values])
            );
        return view.CallbackId switch
        {
            Ids.Callbacks.Lock => await Lock(Asker, memory, LockModal.Read(memory, view.State), cancellationToken),
            Ids.Callbacks.Override => await Override(
                Asker,
                memory,
                LockModal.Read(memory, view.State),
                cancellationToken
            ),
            Ids.Callbacks.Extend => await Extend(
                Asker,
                memory,
                ExtendModal.Read(memory, view.State),
                cancellationToken
            ),
            Ids.Callbacks.Create => await Create(Asker, memory, CreateModal.Read(view.State), cancellationToken),
            Ids.Callbacks.Delete => await Delete(Asker(), memory, cancellationToken),
            _ => new(new Ack.ViewClear()),
        };
    }

    private delegate Asker AskWith(params ReadOnlySpan<string> values);

    private Task<SlackResponse> Lock(
        AskWith askWith,
        ModalMemory memory,
        LockModal.Answers filled,
        CancellationToken cancellationToken
    ) => Hold(askWith, memory, filled, isOverride: false, cancellationToken);

    private Task<SlackResponse> Override(
        AskWith askWith,
        ModalMemory memory,
        LockModal.Answers filled,
        CancellationToken cancellationToken
    ) => Hold(askWith, memory, filled, isOverride: true, cancellationToken);

    private async Task<SlackResponse> Hold(
        AskWith askWith,
        ModalMemory memory,
        LockModal.Answers filled,
        bool isOverride,
        CancellationToken cancellationToken
    )
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
        var command = CommandOf(memory, filled, filled.Length, name, isOverride);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        var lengthField = filled.Length.IsCustom ? Ids.Fields.Until : Ids.Fields.Length;
        return outcome switch
        {
            Outcome.Refused(Refusal.EndHasPassed, _) => Error(lengthField, "The end must be in the future."),
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(
                lengthField,
                $"A lock can last {LockDuration.Describe(max)} at most."
            ),
            Outcome.Refused(Refusal.TooMany(var max), _) => Error(
                memory.Name is null ? Ids.Fields.Resource : Ids.Fields.Reason,
                TooMany(max)
            ),
            Outcome.Refused => new(
                new Ack.ViewUpdate(await Redrawn(asker, memory, filled, name, isOverride, cancellationToken))
            ),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                Wording.Of(command, outcome, asker.Reader),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
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
        return new Override(
            name,
            length,
            reason,
            memory.Lease is { } lease ? new Expected.Lease(new(lease)) : expected
        );
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
            ? forms.ToOverride(memory, present, name.Display, asker.Reader, filled)
            : forms.ToLock(memory, present, name.Display, asker.Reader, filled);
    }

    private async Task<SlackResponse> Extend(
        AskWith askWith,
        ModalMemory memory,
        ExtendModal.Answers filled,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(filled.Resource) is not NameParse.Parsed { Name: var name })
            return Error(Ids.Fields.Resource, "Choose one of your locks.");
        if (filled.By is not { } by)
            return Error(Ids.Fields.Length, "Choose by how long.");

        var asker = askWith(name.Display, $"{by}");
        var command = new Extend(
            name,
            by,
            memory.Lease is { } lease ? new Expected.Lease(new(lease), memory.Until) : Expected.Anything
        );
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooLong(var max), _) => Error(
                Ids.Fields.Length,
                $"No lock may end later than {LockDuration.Describe(max)} from now."
            ),
            Outcome.Refused(Refusal.Changed, { Lease: { } present } resource) when asker.Reader.Is(present.Holder) =>
                new(
                    new Ack.ViewUpdate(
                        ExtendModal.For(
                            memory,
                            Wording.Line(resource, asker.Reader),
                            forms.Limits,
                            by,
                            Prose.Of($":eyes: *Nothing was done:* the end has changed meanwhile.")
                        )
                    )
                ),
            Outcome.Refused => new(new Ack.ViewUpdate(ResultModal.For(Wording.Of(command, outcome, asker.Reader)))),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                Wording.Of(command, outcome, asker.Reader),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<SlackResponse> Create(
        AskWith askWith,
        ModalMemory memory,
        CreateModal.Answers filled,
        CancellationToken cancellationToken
    )
    {
        if (ResourceName.Parse(filled.Name) is NameParse.Refused(var problem, var suggestion))
            return Error(
                Ids.Fields.Name,
                CommandHelp.Why(problem) + (suggestion is null ? "" : $" Try {suggestion.Display}.")
            );

        var typed = ResourceName.Of(filled.Name);
        var asker = askWith(typed.Display, $"{filled.LockNow}");
        var name = await locks.Meant(asker.Workspace, typed, cancellationToken);
        ResourceCommand command = filled.LockNow
            ? new Lock(name, new LockLength.Unsaid(), Reason: null, new Expected.New())
            : new Create(name);
        var outcome = await locks.Execute(asker, command, cancellationToken);
        return outcome switch
        {
            Outcome.Refused(Refusal.TooMany(var max), _) => Error(Ids.Fields.Name, TooMany(max)),
            Outcome.Refused(_, var present) => Error(
                Ids.Fields.Name,
                $"There is already one named {(present?.Name ?? name).Display}."
            ),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                Wording.Of(command, outcome, asker.Reader),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
    }

    private static string TooMany(int max) => $"There are {max} resources, the most there may be.";

    private async Task<SlackResponse> Delete(Asker asker, ModalMemory memory, CancellationToken cancellationToken)
    {
        if (
            asker.Request is not { } request
            || ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name }
        )
            return new(new Ack.ViewClear());

        var command = new Delete(
            name,
            memory.Lease is { } lease ? new Expected.Lease(new(lease)) : new Expected.Free()
        );
        var outcome = await locks.Execute(asker, command, cancellationToken);
        if (outcome is Outcome.Accepted)
            _deletions.Add(request);
        return outcome switch
        {
            Outcome.Refused(Refusal.Changed, { } present) => new(
                new Ack.ViewUpdate(
                    DeleteModal.For(
                        memory,
                        Wording.Line(present, asker.Reader),
                        present.Watchers.Length,
                        Prose.Of($":eyes: *Nothing was done:* it has changed meanwhile.")
                    )
                )
            ),
            Outcome.Refused(Refusal.NoSuchResource, _) when _deletions.Contains(request) => await feedback.Tell(
                memory,
                asker,
                Replies.Deleted(name.Display, wasHeld: false),
                cancellationToken
            ),
            Outcome.Refused(Refusal.NoSuchResource, _) => new(
                new Ack.ViewUpdate(ResultModal.For(Replies.Gone(name.Display)))
            ),
            Outcome.Refused => new(new Ack.ViewUpdate(ResultModal.For(Wording.Of(command, outcome, asker.Reader)))),
            Outcome.Accepted or Outcome.Unchanged => await feedback.Tell(
                memory,
                asker,
                Wording.Of(command, outcome, asker.Reader),
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };
    }

    private static SlackResponse Error(string field, string text) =>
        new(new Ack.ViewErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text }));
}
