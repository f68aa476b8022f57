using LockThat.App.Slack.Http;
using LockThat.App.Slack.Replies;

namespace LockThat.App.Slack.Sockets;

/// <summary>Answers the envelopes of all sockets, each once, and acknowledges each on the socket that brought
/// it.</summary>
/// <param name="slots">How many requests may be under way at once.</param>
internal sealed partial class SocketRequests(AnswerRequest answer, SemaphoreSlim slots, ILogger log)
{
    private readonly RecentAcks _recent = new();

    /// <summary>Holds a socket back while too much is under way. The caller must serve the slot that it took, or free
    /// it.</summary>
    public Task TakeSlot() => slots.WaitAsync(CancellationToken.None);

    public void FreeSlot() => slots.Release();

    // One of the outermost places: only a closing socket awaits it, so failures are logged here.
    public async Task Serve(SocketMessage.Envelope envelope, SocketWire wire)
    {
        var acknowledgement = new TaskCompletionSource<ReadOnlyMemory<byte>>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        try
        {
            var first = _recent.First(envelope.Id, acknowledgement.Task);
            // The first delivery was not taken, so the next one tries.
            while (first != acknowledgement.Task && (await first).IsEmpty)
                first = _recent.First(envelope.Id, acknowledgement.Task);
            if (first == acknowledgement.Task)
                await Answer(envelope, acknowledgement, wire);
            else
                await wire.Send(await first);
        }
        catch (Exception bug)
        {
            Log.Failed(log, envelope.Request.GetType().Name, bug);
            acknowledgement.TrySetResult(SocketAck.Bytes(envelope.Id));
        }
        finally
        {
            FreeSlot();
        }
    }

    private async Task Answer(
        SocketMessage.Envelope envelope,
        TaskCompletionSource<ReadOnlyMemory<byte>> acknowledgement,
        SocketWire wire
    )
    {
        var answered = await answer(envelope.Request, "socket_mode");
        if (answered.Ack is Ack.Refused)
        {
            _recent.Forget(envelope.Id);
            acknowledgement.SetResult(ReadOnlyMemory<byte>.Empty);
            return;
        }

        var bytes = SocketAck.Bytes(envelope.Id, envelope.TakesPayload ? answered.Ack : null);
        acknowledgement.SetResult(bytes);
        var isSent = await wire.Send(bytes);
        answered.Follow(isSent && envelope.TakesPayload);
    }

    private static partial class Log
    {
        [LoggerMessage(460, LogLevel.Error, "{Request} could not be acknowledged")]
        public static partial void Failed(ILogger logger, string request, Exception bug);
    }
}
