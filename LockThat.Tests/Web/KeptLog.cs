using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Web;

/// <summary>Keeps every line from a level on.</summary>
internal sealed class KeptLog(LogLevel least = LogLevel.Information) : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (logLevel >= least)
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() => Lines.TryPeek(out _);
}
