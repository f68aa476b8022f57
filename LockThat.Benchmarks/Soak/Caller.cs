namespace LockThat.Benchmarks.Soak;

/// <summary>Somebody at one connection, who opens another when it breaks.</summary>
internal sealed class Caller(Server app, Traffic traffic, int number) : IDisposable
{
    private readonly Random _random = new(number);
    private Connection? _connection;

    /// <summary>Requests with a wrong answer.</summary>
    public int Errors { get; private set; }

    public async Task Ask()
    {
        var post = traffic.Next(_random);
        try
        {
            _connection ??= await Connection.To(app.Address);
            var (status, _) = await _connection.Post(post.Path, post.ContentType, post.Body);
            Errors += status == 200 ? 0 : 1;
        }
        catch (IOException)
        {
            Errors++;
            _connection?.Dispose();
            _connection = null;
        }
    }

    public void Dispose() => _connection?.Dispose();
}
