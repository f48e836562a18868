using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>What a silo logged.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">The message.</param>
/// <param name="Values">The values in it, by their names.</param>
internal sealed record LogEntry(LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Values);

/// <summary>Hears of what a silo logs.</summary>
internal sealed class HeardLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IEnumerable<LogEntry> Entries => _entries;

    public void ListenTo(ISiloBuilder silo) => silo.Services.AddLogging(logging => logging.AddProvider(this));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        _entries.Enqueue(new(logLevel, formatter(state, exception), values.ToDictionary(StringComparer.Ordinal)));
    }

    public void Dispose()
    {
    }
}
