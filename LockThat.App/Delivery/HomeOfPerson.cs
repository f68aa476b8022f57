using LockThat.App.Identifiers;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;
using Undo = LockThat.App.Locks.Locking.Undo;

namespace LockThat.App.Delivery;

/// <summary>The one publisher of one person's Home. Calls that are wanted while one is under way become one call after
/// it.</summary>
internal sealed class HomeOfPerson : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _gate = new();
    private long _wanted;
    private long _drawn;
    private OwedHome? _owed;
    private Message? _said;
    private DateTimeOffset _ownAt = DateTimeOffset.MinValue;
    private (Message Said, DateTimeOffset Until)? _lasting;

    /// <summary>The moment of the last drawing.</summary>
    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>The revision of the workspace that it shows; null before the first drawing.</summary>
    public long? Revision { get; set; }

    /// <summary>The act of the person that their Home does not show yet; null when it shows everything.</summary>
    public OwedHome? Owed
    {
        get
        {
            lock (_gate)
                return _owed;
        }
    }

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => _one.CurrentCount == 1;

    /// <summary>Whether nothing is under way and the last drawing was no later than
    /// <paramref name="moment"/>.</summary>
    public bool IsIdleSince(DateTimeOffset moment) => IsIdle && DrawnAt <= moment;

    /// <summary>The person did something that their Home must show, even after several failed tries.</summary>
    /// <param name="owed">Their act; an opening that is still waiting stays one.</param>
    /// <param name="said">The text for the top; the last one counts.</param>
    public void Owe(OwedHome owed, Message? said)
    {
        lock (_gate)
        {
            _owed = Both(_owed, owed);
            _said = said ?? _said;
        }
    }

    /// <summary>Nothing has to be drawn any more, because the person does not look at the Home.</summary>
    public void Forgive()
    {
        lock (_gate)
            (_owed, _said) = (null, null);
    }

    /// <summary>Whether the person's own changes may be drawn; if so, the drawing counts as done.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="pace">The least time between two such drawings.</param>
    /// <param name="tryTake">Takes one from the budget.</param>
    public bool TryAct(DateTimeOffset now, TimeSpan pace, Func<bool> tryTake)
    {
        lock (_gate)
        {
            if (now - _ownAt < pace || !tryTake())
                return false;
            _ownAt = now;
            return true;
        }
    }

    /// <summary>Draws the newest state, unless a later caller has just done so. After a refusal of Slack's the drawing
    /// is still owed.</summary>
    /// <param name="send">Draws and publishes.</param>
    /// <param name="now">The moment.</param>
    public async Task<SlackReply> Draw(
        Func<OwedHome?, Message?, Task<SlackReply>> send,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var mine = Interlocked.Increment(ref _wanted);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_drawn >= mine)
                return new SlackReply.Ok(default, []);
            var newest = Interlocked.Read(ref _wanted);
            DrawnAt = now;
            var reply = await Settle(send, now);
            _drawn = newest;
            return reply;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SlackReply> Settle(Func<OwedHome?, Message?, Task<SlackReply>> send, DateTimeOffset now)
    {
        OwedHome? owed;
        Message? said;
        lock (_gate)
            (owed, said, _owed, _said) = (_owed, _said, null, null);
        SlackReply? reply = null;
        try
        {
            reply = await send(owed, said ?? Lasting(now));
            if (said is not null)
                _lasting = said.Lasting is { } lasting ? (lasting, now + Undo.Lasts) : null;
            return reply;
        }
        finally
        {
            if (reply is not (SlackReply.Ok or SlackReply.Refused) && owed is not null)
            {
                lock (_gate)
                    (_owed, _said) = (Both(owed, _owed), _said ?? said);
            }
        }
    }

    // One call at a time comes here.
    private Message? Lasting(DateTimeOffset now) => _lasting is { } kept && kept.Until > now ? kept.Said : null;

    private static OwedHome? Both(OwedHome? first, OwedHome? then) =>
        then is null ? first : then with { IsOpening = then.IsOpening || first is { IsOpening: true } };
}

/// <summary>The Home that a person is to see.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="User">The person.</param>
/// <param name="IsOpening">Whether they have just opened it, and see nothing or an old state.</param>
/// <param name="Since">The moment of their act.</param>
/// <param name="InItsPlace">The view for a person who may not see the workspace's resources; null for everybody
/// else.</param>
internal sealed record OwedHome(
    Workspace Workspace,
    UserId User,
    bool IsOpening,
    DateTimeOffset Since,
    HomeViewDefinition? InItsPlace = null
);
