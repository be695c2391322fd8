using System.Text;

namespace Longleaf.Documents.Tests.Isolation;

internal static class ReaderExtensions
{
    /// <summary>Reads a document to its end.</summary>
    internal static async Task<Parsed> ReadAllAsync(this IDocumentReader reader, string path, string? fileName = null, string? owner = null)
    {
        var (blocks, end) = (new List<Block>(), default(ReaderEvent));
        using var output = new MemoryStream();
        var writer = new CanonicalTextWriter(output);
        await foreach (var next in reader.ReadAsync(path, fileName ?? Path.GetFileName(path), owner, TestContext.Current.CancellationToken))
        {
            Assert.Null(end);
            if (next is ReaderEvent.Read { Block: var block })
            {
                blocks.Add(block);
                writer.Append(block);
            }
            else if (next is ReaderEvent.Completed or ReaderEvent.Failed)
            {
                end = next;
            }
        }

        return new Parsed(end!, blocks, Encoding.UTF8.GetString(output.ToArray()));
    }
}
