using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Delivery;

/// <summary>The store is told what became of a notice.</summary>
internal sealed partial class Outbox
{
    /// <summary>Tries until the store knows: a delivery that the store forgot would be sent twice.</summary>
    private async Task Settle(PendingNotice pending, Fate fate, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (fate.IsTaken)
                    await NoteTold(pending);
                await (
                    fate.TryAfter is { } wait
                        ? store.DeliverLater(pending, wait, fate.IsAttempt, CancellationToken.None)
                        : store.Delivered(pending, CancellationToken.None)
                );
                return;
            }
            catch (StoreUnavailableException) when (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(FirstWait, Time, stoppingToken);
            }
        }
    }

    // Before the notice is forgotten, because nobody would do it after that. A turn whose message is not noted begins
    // anew, which is better than a message that is sent twice.
    private async Task NoteTold(PendingNotice pending)
    {
        try
        {
            await locks.NoteTold(pending.Notice, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not StoreUnavailableException)
        {
            Log.NotNoted(Logger, failure, pending.Number);
        }
    }

    /// <summary>The end of a try to deliver a notice.</summary>
    /// <param name="TryAfter">The wait until the next try; null when nothing is left to do.</param>
    /// <param name="IsAttempt">Whether the next wait is longer.</param>
    /// <param name="IsTaken">Whether Slack took the message.</param>
    private readonly record struct Fate(TimeSpan? TryAfter, bool IsAttempt, bool IsTaken)
    {
        public static Fate Over => default;

        public static Fate Taken => new(null, IsAttempt: false, IsTaken: true);

        public static Fate Again(TimeSpan after, bool isAttempt) => new(after, isAttempt, IsTaken: false);
    }
}
