using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Web;

/// <summary>Keeps every line from Information on.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Information)
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() => Lines.TryPeek(out _);
}
