using System.Text;
using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Tests;

/// <summary>A document parsed within the test's own process, for what is about parsers and not about isolation.</summary>
internal sealed record Parsed(ReaderEvent End, IReadOnlyList<Block> Blocks, string Text)
{
    public DocumentFailureCode? Failure => (End as ReaderEvent.Failed)?.Failure.Code;

    public DocumentInfo Info => End is ReaderEvent.Completed completed
        ? completed.Info
        : throw new InvalidOperationException(((ReaderEvent.Failed)End).Failure.Reason);

    public static Parsed Of(string fileName, string text) => Of(fileName, Encoding.UTF8.GetBytes(text));

    public static Parsed Of(string fileName, byte[] bytes, ParseLimits? limits = null)
    {
        using var input = new MemoryStream(bytes);
        using var output = new MemoryStream();
        var places = new CanonicalTextWriter(output);
        var blocks = new List<Block>();
        var sink = new BlockSink(block => blocks.Add(places.Append(block)), _ => { }, limits ?? new ParseLimits());
        var end = DocumentParser.Parse(input, fileName, sink, new NoTools(), new NoTools());
        return new Parsed(end, blocks, Encoding.UTF8.GetString(output.ToArray()));
    }

    public static Parsed OfFile(string path) => Of(Path.GetFileName(path), File.ReadAllBytes(path));
}
