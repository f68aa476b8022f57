using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The one publisher of one person's Home: calls that are wanted while one is under way become one call after it.</summary>
internal sealed class HomeReader : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private long _wanted;
    private long _drawn;
    private Message? _said;

    /// <summary>When it was last drawn.</summary>
    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>The revision of the workspace that it shows; null before the first drawing.</summary>
    public long? Revision { get; set; }

    /// <summary>Whether nothing is under way and the last drawing was no later than <paramref name="moment"/>.</summary>
    public bool IsIdleSince(DateTimeOffset moment) => _one.CurrentCount == 1 && DrawnAt <= moment;

    /// <summary>Draws the newest state, unless somebody who asked later has just done so.</summary>
    /// <param name="said">What is to be said at the top; the last one said counts.</param>
    /// <param name="send">Draws and publishes.</param>
    /// <param name="now">The moment.</param>
    public async Task<SlackReply> Draw(Message? said, Func<Message?, Task<SlackReply>> send, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mine = Interlocked.Increment(ref _wanted);
        if (said is not null)
            Volatile.Write(ref _said, said);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_drawn >= mine)
                return new SlackReply.Ok(default, []);
            var newest = Interlocked.Read(ref _wanted);
            DrawnAt = now;
            var reply = await send(Interlocked.Exchange(ref _said, null));
            _drawn = newest;
            return reply;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
