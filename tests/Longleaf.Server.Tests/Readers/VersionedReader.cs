using System.Runtime.CompilerServices;
using Longleaf.Documents;

namespace Longleaf.Server.Tests.Readers;

/// <summary>
/// The real reader under another version. <c>READER</c> in a text becomes the version; a text with <c>HOLD</c> and the version is never
/// done, one with <c>FAIL</c> and the version cannot be read. Every reading is noted in a file.
/// </summary>
internal sealed class VersionedReader(IDocumentReader real, string version, string notes) : IDocumentReader
{
    public string Version => version;

    public async IAsyncEnumerable<ReaderEvent> ReadAsync(string path, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (notes)
        {
            File.AppendAllText(notes, $"{fileName}\n");
        }

        await foreach (var next in real.ReadAsync(path, fileName, cancellationToken))
        {
            if (next is not ReaderEvent.Read(var block))
            {
                yield return next;
                continue;
            }

            yield return new ReaderEvent.Read(block with { Text = block.Text.Replace("READER", version, StringComparison.Ordinal) });
            if (block.Text.Contains($"HOLD {version}", StringComparison.Ordinal))
            {
                yield return new ReaderEvent.Progress("ocr", 12, 40, "pages");
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            if (block.Text.Contains($"FAIL {version}", StringComparison.Ordinal))
            {
                yield return new ReaderEvent.Failed(new DocumentFailure(DocumentFailureCode.Malformed, "It is damaged."));
                yield break;
            }
        }
    }
}
