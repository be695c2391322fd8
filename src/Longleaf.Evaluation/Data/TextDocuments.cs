using System.Text;
using Longleaf.Documents;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Json;
using Longleaf.Documents.Formats.PlainText;
using Longleaf.Reading;

namespace Longleaf.Evaluation.Data;

/// <summary>Makes documents of texts, by the parsers that read users' files; in this process, as the texts are no one's uploads.</summary>
internal static class TextDocuments
{
    /// <summary>The document of a text; <c>.json</c> is read as JSON, all else as plain text.</summary>
    public static ReadableDocument Parse(string name, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var blocks = new List<Block>();
        IFormatParser parser = name.EndsWith(".json", StringComparison.Ordinal) ? new JsonParser() : new PlainTextParser();
        var info = parser.Parse(stream, new BlockSink(blocks.Add, _ => { }, new ParseLimits()));
        return ReadableDocument.FromBlocks(name, name, info, blocks);
    }

    /// <summary>The documents of texts, made in parallel, in their order.</summary>
    public static ReadableDocument[] ParseAll(IReadOnlyList<(string Name, string Text)> texts, CancellationToken cancellationToken)
    {
        var documents = new ReadableDocument[texts.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, texts.Count, parallel, i => documents[i] = Parse(texts[i].Name, texts[i].Text));
        return documents;
    }
}
