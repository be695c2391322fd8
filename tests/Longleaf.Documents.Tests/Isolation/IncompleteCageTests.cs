using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Machines that lack a part of the cage: it is said once, and the rest is used.</summary>
public sealed class IncompleteCageTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Theory]
    [InlineData(CageParts.All & ~CageParts.Namespaces, "bwrap", "bubblewrap")]
    [InlineData(CageParts.All & ~CageParts.ResourceLimits, "prlimit", "util-linux")]
    [InlineData(CageParts.All & ~CageParts.SystemCallFilter, "seccomp", "CONFIG_SECCOMP_FILTER")]
    internal async Task What_is_missing_is_said_once_and_the_rest_is_used(CageParts parts, string missing, string remedy)
    {
        var log = new Log();
        var reader = fixture.CreateWith(parts, log);
        var path = fixture.Write(".txt", "text"u8.ToArray());
        for (var document = 0; document < 3; document++)
        {
            Assert.Equal("text", (await reader.ReadAllAsync(path, owner: document < 2 ? "a" : null)).Text);
        }

        var report = await reader.StartAsync(TestContext.Current.CancellationToken);

        Assert.False(report.IsComplete);
        Assert.Equal(parts.HasFlag(CageParts.Namespaces), report.Namespaces);
        Assert.Equal(parts.HasFlag(CageParts.ResourceLimits), report.ResourceLimits);
        Assert.Equal(parts.HasFlag(CageParts.SystemCallFilter), report.SystemCallFilter);
        var sentence = Assert.Single(report.Missing);
        Assert.Contains(missing, sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, sentence, StringComparison.Ordinal);
        Assert.Equal((LogLevel.Warning, sentence), Assert.Single(log.Lines, line => line.Level >= LogLevel.Warning));
    }

    [Theory]
    [InlineData(CageParts.None, "hang", DocumentFailureCode.TimedOut)]
    [InlineData(CageParts.None, "crash", DocumentFailureCode.ReaderDied)]
    [InlineData(CageParts.None, "allocate", DocumentFailureCode.TooLarge)]
    [InlineData(CageParts.SystemCallFilter, "hang", DocumentFailureCode.TimedOut)]
    internal async Task Without_a_cage_a_document_still_costs_itself_alone(CageParts parts, string fault, DocumentFailureCode expected)
    {
        var options = new IsolationOptions { ReaderPath = ReaderFixture.FaultyReaderPath, NoProgressSeconds = 3, BaseHeapBytes = 128 << 20, HeapPerByte = 0 };
        var reader = fixture.CreateWith(parts, new Log(), options);
        var path = fixture.Write(".txt", "text"u8.ToArray());

        Assert.Equal(expected, (await reader.ReadAllAsync(path, fault + ".txt")).Failure);
        Assert.Equal("read", (await reader.ReadAllAsync(path, "good.txt")).Text);
    }

    private sealed class Log : ILogger<IsolatedDocumentReader>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
