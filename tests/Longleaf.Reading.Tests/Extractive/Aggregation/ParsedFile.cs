using System.Text;
using Longleaf.Documents;
using Longleaf.Documents.Formats;

namespace Longleaf.Reading.Tests.Extractive.Aggregation;

/// <summary>Documents as the format readers read them, in this process.</summary>
internal static class ParsedFile
{
    /// <summary>A file that is written in the test.</summary>
    public static ReadableDocument Of(string name, string text) => Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>A file of the test data.</summary>
    public static ReadableDocument At(string path)
    {
        using var file = File.OpenRead(path);
        return Read(Path.GetFileName(path).Split("__")[^1], file);
    }

    private static ReadableDocument Read(string name, Stream input)
    {
        var blocks = new List<Block>();
        var end = DocumentParser.Parse(input, name, new BlockSink(blocks.Add, _ => { }, new ParseLimits()), new NoTools(), new NoTools());
        return ReadableDocument.FromBlocks("file-fe-" + name, name, Assert.IsType<ReaderEvent.Completed>(end).Info, blocks);
    }
}
