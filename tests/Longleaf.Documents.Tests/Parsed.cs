using System.Text;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Ocr;

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
        var end = DocumentParser.Parse(input, fileName, sink, new NoPageText(), new NoRecognizer());
        return new Parsed(end, blocks, Encoding.UTF8.GetString(output.ToArray()));
    }

    public static Parsed OfFile(string path) => Of(Path.GetFileName(path), File.ReadAllBytes(path));

    private sealed class NoPageText : IPageTextSource
    {
        public IReadOnlyList<string>? Read(int first, int last) => null;
    }

    private sealed class NoRecognizer : IRecognizer
    {
        public IEnumerable<DrawnPage> Draw(IReadOnlyList<PageToRecognize> pages) =>
            pages.Select(_ => new DrawnPage(RecognitionOutcome.NotToBeHad, null));

        public IEnumerable<Recognition> Recognize(IEnumerable<PictureToRecognize> pictures) =>
            pictures.Select(_ => new Recognition(RecognitionOutcome.NotToBeHad, ""));
    }
}
