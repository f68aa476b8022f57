using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Workspaces;

/// <summary>
/// The emulated workspace as everybody sees it: people, channels, messages, Homes, modals and unread marks, in memory
/// and safe on any thread.
/// Everything handed out is immutable; <see cref="Changed"/> tells when to look again.
/// </summary>
public sealed class Workspace
{
    private readonly Changes _changes;
    private readonly Conversations _conversations;
    private readonly Screens _screens = new();
    private int _atWork;

    // Less than the half minute after which the app takes itself to have been down.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    // One move after the other, so that the steps of two do not add up.
    private Task _moved = Task.CompletedTask;

    public Workspace(TimeProvider time)
    {
        _changes = new();
        _conversations = new(time);
        Time = time;
        Journal = new(_changes);
    }

    /// <summary>The workspace's clock, a <see cref="Clock"/> in the Playground and a fake one in tests.</summary>
    public TimeProvider Time { get; }

    public Journal Journal { get; }

    internal Changes Changes => _changes;

    internal Ids Ids { get; } = new();

    /// <summary>Raised after each change, outside the lock, on the thread that made it.</summary>
    public event EventHandler? Changed
    {
        add => _changes.Changed += value;
        remove => _changes.Changed -= value;
    }

    public long Version => _changes.Version;

    /// <summary>Completes as soon as the condition holds; it is looked at again after every change.</summary>
    public Task WaitUntil(Func<bool> condition, CancellationToken cancellationToken) =>
        _changes.WaitUntil(condition, cancellationToken);

    [SuppressMessage("Performance", "CA1822", Justification = "The workspace is what callers ask for its people.")]
    public ImmutableArray<Member> People => Team.People;

    [SuppressMessage("Performance", "CA1822", Justification = "The workspace is what callers ask for its members.")]
    public ImmutableArray<Member> Members => Team.Members;

    /// <summary>The public channels, then the person's direct messages with the app.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The workspace is what callers ask for its channels.")]
    public ImmutableArray<Channel> ChannelsOf(string userId) =>
        [.. Team.Channels.Where(channel => channel.MemberIds.Contains(userId))];

    /// <summary>The messages of a channel in order, with the ephemeral ones that this viewer sees.</summary>
    public ImmutableArray<Message> Messages(string channelId, string viewerId) =>
        _changes.Read(() => _conversations.In(channelId, viewerId));

    public int Unread(string userId, string channelId) => _changes.Read(() => _conversations.Unread(userId, channelId));

    public void MarkRead(string userId, string channelId)
    {
        if (Unread(userId, channelId) > 0)
            _changes.Make(() => _conversations.MarkRead(userId, channelId));
    }

    /// <summary>The Home that the app published for this person; null before the first time.</summary>
    public OpenView? Home(string userId) => _changes.Read(() => _screens.Home(userId));

    /// <summary>The stack of open modals, the top one last; at most three.</summary>
    public ImmutableArray<OpenView> Modals(string userId) => _changes.Read(() => _screens.Modals(userId));

    /// <summary>The values that this person entered in the elements of a message: entries of
    /// <c>state.values</c>.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> Form(string userId, Message message) =>
        _changes.Read(() => _screens.Form(userId, message));

    /// <summary>Holds the clock still while something is on its way between Slack and the app, until it is
    /// disposed.</summary>
    internal IDisposable Works()
    {
        Interlocked.Increment(ref _atWork);
        return new Work(this);
    }

    /// <summary>Lets the app do what is due before the clock moves on, and says whether more may fall due at any
    /// moment, so that the clock moves on in small steps. Without it, the clock jumps.</summary>
    public Func<CancellationToken, Task<bool>>? CatchesUp { get; set; }

    /// <summary>Moves the clock ahead, and the app is there for everything that happens on the way.</summary>
    public Task MovesAhead(TimeSpan by, CancellationToken cancellationToken)
    {
        if (Time is not Clock clock)
            throw new InvalidOperationException("Only the Playground's own clock can be moved here.");
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return _changes.Read(() => _moved = Walk(_moved, clock, by, cancellationToken));
    }

    private async Task Walk(Task before, Clock clock, TimeSpan by, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        for (var left = by; left > TimeSpan.Zero; )
        {
            var walks = CatchesUp is { } catchesUp && await catchesUp(cancellationToken);
            await UntilIdle(cancellationToken);
            var step = walks && left > Step ? Step : left;
            clock.Advance(step);
            left -= step;
        }

        // Everything that shows a time is drawn again.
        _changes.Make(() => { });
    }

    // A call that is under way while the clock moves would time out.
    private async Task UntilIdle(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        await WaitUntil(() => Volatile.Read(ref _atWork) == 0, patience.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    internal Message? FindMessage(string channelId, string ts) =>
        _changes.Read(() => _conversations.Find(channelId, ts));

    internal OpenView? FindView(string viewId) => _changes.Read(() => _screens.Find(viewId));

    /// <summary>The message that is meant, as it is now; null when it is gone or a view is meant.</summary>
    internal Message? MessageAt(Surface surface) =>
        surface is Surface.OfMessage(var channelId, var ts) ? FindMessage(channelId, ts) : null;

    /// <summary>The view that is meant, as it is now; null when it is closed or a message is meant.</summary>
    internal OpenView? ViewAt(Surface surface) => surface is Surface.OfView(var viewId) ? FindView(viewId) : null;

    internal JsonElement? BlocksAt(Surface surface) => MessageAt(surface)?.Blocks ?? ViewAt(surface)?.Blocks;

    internal Message Post(Message draft) =>
        _changes.Make(() =>
        {
            var message = draft with { Ts = _conversations.NextTs() };
            _conversations.Add(message);
            return message;
        });

    internal string NextTs() => _changes.Read(_conversations.NextTs);

    internal bool Replace(Message message) => _changes.Make(() => _conversations.Replace(message));

    internal bool Delete(string channelId, string ts) => _changes.Make(() => _conversations.Remove(channelId, ts));

    /// <summary>Reads and changes Homes and modals as one step: nobody else changes them between the check and the
    /// change.</summary>
    internal T Show<T>(Func<Screens, T> change) => _changes.Make(() => change(_screens));

    private sealed class Work(Workspace workspace) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0)
                workspace._changes.Make(() => Interlocked.Decrement(ref workspace._atWork));
        }
    }
}
