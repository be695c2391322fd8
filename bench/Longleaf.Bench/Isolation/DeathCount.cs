using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging;

namespace Longleaf.Bench.Isolation;

/// <summary>Counts the readers that died on their documents: those must not be read in this process.</summary>
internal sealed class DeathCount : ILogger<IsolatedDocumentReader>
{
    private const int Died = 3002;
    private int _count;

    /// <summary>How many so far.</summary>
    public int Count => _count;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == Died)
        {
            Interlocked.Increment(ref _count);
        }
    }
}
