using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.App.Entrances.Forms;

/// <summary>Draws the form that fits the present state of a resource, for any button or form that asks for
/// it.</summary>
internal sealed class ModalDrawer(LockService locks)
{
    /// <summary>The choices of length that a reader has.</summary>
    public static LengthLimits LimitsOf(Reader reader) => new(reader.Rules.DefaultDuration, reader.Rules.MaxDuration);

    /// <summary>Locking: the lock form for a resource that is free or the reader's own, the override form for one that
    /// another holds.</summary>
    public static ModalViewDefinition ToLock(
        ModalMemory memory,
        Resource? present,
        string name,
        Reader reader,
        LockModal.Answers? filled = null,
        Prose? news = null
    )
    {
        var words = reader.Words();
        var line = present is null
            ? new ResourceLine(name)
            : ResourceLines.Of(present, reader, reader.Rules, now: null);
        return line.IsOfAnother
            ? OverrideModal.For(words, memory, line, LimitsOf(reader), filled, news ?? words.SomebodyElseHasIt)
            : LockModal.For(
                words,
                memory with
                {
                    Lease = null,
                    Until = null,
                    Turn = null,
                    Name = line.Name,
                    Exists = present is not null,
                },
                LimitsOf(reader),
                filled,
                news ?? Note(words, memory, present, line)
            );
    }

    /// <summary>Taking over: the override form for a resource that another holds, the lock form for one that has become
    /// free.</summary>
    public static ModalViewDefinition ToOverride(
        ModalMemory memory,
        Resource? present,
        string name,
        Reader reader,
        LockModal.Answers? filled = null
    )
    {
        var words = reader.Words();
        var line = present is null ? new(name) : ResourceLines.Of(present, reader, reader.Rules, now: null);
        return ToLock(
            memory,
            present,
            name,
            reader,
            filled,
            line switch
            {
                _ when present is null => words.DeletedSinceDrawn,
                { IsFree: true } => words.FreeSinceDrawn,
                { IsOfAnother: true } when !memory.IsFor(line) => words.LockChangedSinceDrawn,
                { IsOfAnother: true } => Prose.None,
                _ => null,
            }
        );
    }

    /// <summary>Joining the line: the join form for a resource that another has, the lock form for one that nobody has;
    /// null for one that the reader has, or whose turn is theirs.</summary>
    /// <param name="now">The moment of the look.</param>
    public static ModalViewDefinition? ToJoin(
        ModalMemory memory,
        Resource? present,
        DateTimeOffset now,
        string name,
        Reader reader,
        JoinModal.Answers? filled = null
    )
    {
        var words = reader.Words();
        if (present is null || ResourceLines.Of(present, reader, reader.Rules, now) is not { IsFree: false } line)
        {
            var news = present is null ? words.DeletedSinceDrawn : words.FreeSinceDrawn;
            var wish = filled is null ? null : new LockModal.Answers(name, filled.Length, filled.Reason);
            return ToLock(memory with { Exists = true }, present, name, reader, wish, news);
        }

        return line.IsOfAnother
            ? JoinModal.For(
                words,
                memory,
                line,
                present.Line.EndExpectedAt(present.Holding, reader.Rules, now),
                LimitsOf(reader),
                filled,
                memory.IsFor(line) ? null : words.ChangedSinceDrawn
            )
            : null;
    }

    /// <summary>Asking the holder: the form for a resource that another holds, the lock form for one that nobody has;
    /// null for one that the reader has, and during a turn, in which nobody could be asked.</summary>
    public static ModalViewDefinition? ToAsk(
        ModalMemory memory,
        Resource? present,
        string name,
        Reader reader,
        AskModal.Answers? filled = null
    )
    {
        var words = reader.Words();
        if (present is null || ResourceLines.Of(present, reader, reader.Rules, now: null) is not { IsFree: false } line)
        {
            var news = present is null ? words.DeletedSinceDrawn : words.FreeSinceDrawn;
            var wish = filled is null ? null : new LockModal.Answers(name, filled.Length, filled.Message);
            return ToLock(memory with { Exists = true }, present, name, reader, wish, news);
        }

        return line is { IsOfAnother: true, Lease: not null }
            ? AskModal.For(
                words,
                memory,
                line,
                LimitsOf(reader),
                filled,
                memory.IsFor(line) ? null : words.ChangedSinceDrawn
            )
            : null;
    }

    /// <summary>The form after the choice of a length, with a field for the end when that choice is Custom.</summary>
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
            return LockModal.For(reader.Words(), memory, LimitsOf(reader), filled);
        if (
            view.CallbackId != Ids.Callbacks.Override
            || ResourceName.Parse(memory.Name) is not NameParse.Parsed { Name: var name }
        )
            return null;
        return ToOverride(memory, await locks.Find(workspace, name, cancellationToken), name.Display, reader, filled);
    }

    /// <summary>The choices of the resource select for the text typed so far.</summary>
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
        var reader = await locks.ReaderOf(request.Workspace, request.User, cancellationToken);
        return LockModal.Choices(
            reader.Words(),
            ResourceLines.Found(board, reader, reader.Rules, search),
            isThere ? null : typed?.Display
        );
    }

    private static Prose? Note(IWording words, ModalMemory memory, Resource? present, ResourceLine line) =>
        line switch
        {
            _ when present is null && memory.Exists => words.DeletedSinceDrawn,
            { IsOwn: true } => words.LockingRenews,
            _ when present is null => words.LockingCreates(line.Name),
            _ => null,
        };
}
