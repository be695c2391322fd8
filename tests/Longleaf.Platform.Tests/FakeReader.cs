using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Longleaf.Documents;

namespace Longleaf.Platform.Tests;

/// <summary>
/// A reader of plain text that does what the text says: <c>FAIL</c> is malformed, <c>THROW</c> throws, <c>HOLD</c> waits for
/// <see cref="Gate"/>; all else is paragraphs. With <see cref="Does"/> it does so whatever the text says.
/// </summary>
internal sealed class FakeReader : IDocumentReader
{
    private int _reading;

    public string Version { get; init; } = "fake-1";

    /// <summary>Stands before every paragraph.</summary>
    public string Prefix { get; init; } = "";

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What it does with every text.</summary>
    public string? Does { get; set; }

    /// <summary>Texts read, in the order in which their reading began.</summary>
    public ConcurrentQueue<string> Read { get; } = new();

    /// <summary>What texts that say so wait for.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The most that were read at once.</summary>
    public int MostAtOnce { get; private set; }

    public async IAsyncEnumerable<ReaderEvent> ReadAsync(
        string path, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        Read.Enqueue(text);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _reading));
        try
        {
            yield return new ReaderEvent.Progress("reading", 1, 2, "pages");
            var what = Does ?? text;
            if (what.StartsWith("HOLD", StringComparison.Ordinal))
            {
                await Gate.Task.WaitAsync(cancellationToken);
            }

            if (what.StartsWith("THROW", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("A bug.");
            }

            if (what.StartsWith("FAIL", StringComparison.Ordinal))
            {
                yield return new ReaderEvent.Failed(new DocumentFailure(DocumentFailureCode.Malformed, "The file is damaged."));
                yield break;
            }

            var writer = new CanonicalTextWriter(Stream.Null);
            foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new ReaderEvent.Read(writer.Append(new Block
                {
                    Kind = paragraph.StartsWith('#') ? BlockKind.Heading : BlockKind.Paragraph,
                    Level = paragraph.StartsWith('#') ? 1 : 0,
                    Text = Prefix + paragraph,
                }));
            }

            yield return new ReaderEvent.Completed(new DocumentInfo { Format = DocumentFormat.PlainText, Pages = 2, Charset = "utf-8", Warnings = Warnings });
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }
    }
}
