using System.Text;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Scans;

/// <summary>Reads scans and pictures as the server does.</summary>
internal static class ScanReading
{
    /// <summary>The text of a document; the sentence why there is none if it fails.</summary>
    public static async Task<string> ReadAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), cancellationToken))
        {
            if (read is ReaderEvent.Read block)
            {
                text.Append(block.Block.Text).Append('\n');
            }
            else if (read is ReaderEvent.Failed { Failure: var failure })
            {
                return failure.Reason;
            }
        }

        return text.ToString();
    }
}
