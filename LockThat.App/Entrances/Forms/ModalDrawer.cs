using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Entrances.Forms;

/// <summary>Draws the form that fits the present state of a resource, whichever button or form asked for it.</summary>
internal sealed class ModalDrawer(LockService locks)
{
    /// <summary>The choices of length, as the operator has set them.</summary>
    public LengthLimits Limits { get; } = new(locks.Rules.DefaultDuration, locks.Rules.MaxDuration);

    /// <summary>Locking: the form for what is free or the reader's own, the override form for what another
    /// holds.</summary>
    public ModalViewDefinition ToLock(
        ModalMemory memory,
        Resource? present,
        string name,
        Reader reader,
        LockModal.Answers? filled = null,
        Prose? news = null
    )
    {
        var line = present is null ? new ResourceLine(name) : Wording.Line(present, reader);
        return line is { Lease: not null, IsOwn: false }
            ? OverrideModal.For(
                memory,
                line,
                Limits,
                filled,
                news ?? Prose.Of($":no_entry: *Not locked.* Somebody else has it.")
            )
            : LockModal.For(
                memory with
                {
                    Lease = null,
                    Until = null,
                    Name = line.Name,
                    Exists = present is not null,
                },
                Limits,
                filled,
                news ?? Note(memory, present, line)
            );
    }

    /// <summary>Taking over: the override form for what another holds; for what has become free, the lock
    /// form.</summary>
    public ModalViewDefinition ToOverride(
        ModalMemory memory,
        Resource? present,
        string name,
        Reader reader,
        LockModal.Answers? filled = null
    )
    {
        var hasChanged = present?.Lease?.Id.Value != memory.Lease;
        return ToLock(
            memory,
            present,
            name,
            reader,
            filled,
            (present, hasChanged) switch
            {
                (null, _) => Prose.Of(
                    $":eyes: *Nothing was done:* it has been deleted meanwhile. Locking creates it anew."
                ),
                ({ Lease: null }, _) => Prose.Of($":eyes: *Nothing was done:* it has become free meanwhile."),
                ({ Lease: { } lease }, true) when !reader.Is(lease.Holder) => Prose.Of(
                    $":eyes: *Nothing was done:* the lock has changed meanwhile."
                ),
                ({ Lease: { } lease }, _) when !reader.Is(lease.Holder) => Prose.None,
                _ => null,
            }
        );
    }

    /// <summary>The form again after the choice of a length, with the end to pick when that is Custom.</summary>
    public async Task<ModalViewDefinition?> AfterChoice(
        ViewInfo view,
        Workspace workspace,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        if (ModalMemory.Read(view.PrivateMetadata) is not { } memory)
            return null;

        var filled = LockModal.Read(memory, view.State);
        if (view.CallbackId == Ids.Callbacks.Lock)
            return LockModal.For(memory, Limits, filled);
        if (
            view.CallbackId != Ids.Callbacks.Override
            || ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name }
        )
            return null;
        return ToOverride(memory, await locks.Find(workspace, name, cancellationToken), name.Display, reader, filled);
    }

    /// <summary>The choices of the resource select for what was typed so far.</summary>
    public async Task<IReadOnlyList<Option>> Choices(
        SlackRequest.BlockOptionsRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.BlockId != Ids.Fields.Resource)
            return [];

        var board = await locks.List(request.Workspace, cancellationToken);
        var typed = (ResourceName.Parse(request.Value) as NameParse.Parsed)?.Name;
        var meant = typed is null ? null : await locks.Meant(request.Workspace, typed, cancellationToken);
        var isThere = board.Resources.Any(resource => resource.Name == meant);
        var search = NameSearch.For(isThere && meant != typed ? $"{meant}" : request.Value);
        return LockModal.Choices(Wording.Lines(board, new(request.User), search), isThere ? null : typed?.Display);
    }

    private static Prose? Note(ModalMemory memory, Resource? present, ResourceLine line) =>
        line switch
        {
            _ when present is null && memory.Exists => Prose.Of(
                $":eyes: *Nothing was done:* it has been deleted meanwhile. Locking creates it anew."
            ),
            { IsOwn: true } => Prose.Of(
                $":information_source: {new OwnWords("You hold it already: locking renews it.")}"
            ),
            _ when present is null => Prose.Of(
                $":information_source: {new CodeSpan(line.Name)} is new: locking creates it."
            ),
            _ => null,
        };
}
