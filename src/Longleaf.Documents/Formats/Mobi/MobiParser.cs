using System.Text;
using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Formats.PlainText;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>
/// Reads Mobipocket books, version 4 to 8 (KF8, AZW3), and PalmDOC. Written from the public descriptions of the format. Of a hybrid the KF8 part is read.
/// </summary>
internal sealed class MobiParser : IFormatParser
{
    private const int HeadBytes = 4096;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        var database = new PalmDatabase(input);
        var (header, metadata) = ReadHeader(database);
        if (header.Encryption != 0)
        {
            throw new UnreadableException(
                DocumentFailureCode.PasswordProtected, "This book is protected by DRM, its text is encrypted: upload a copy without protection.");
        }

        using var raw = RawMarkup.Read(database, header, done => sink.Progress(done, Math.Max(done, header.TextLength), "bytes"));
        if (raw.Length < header.TextLength - HeadBytes)
        {
            sink.Warn("The text of this book is shorter than the book says: it seems to be cut off.");
        }

        var markup = raw.GetBuffer().AsMemory(0, (int)raw.Length);
        if (markup.Span.StartsWith("%MOP"u8))
        {
            throw new UnreadableException(DocumentFailureCode.UnsupportedFormat, "This book holds the pages of a PDF (Print Replica): upload the PDF.");
        }

        if (!header.IsMobi)
        {
            ReadPlain(raw, sink);
        }
        else
        {
            ReadBook(database, header, markup, sink);
        }

        var title = metadata.Title ?? NotEmpty(header.FullName) ?? NotEmpty(database.Name.Replace('_', ' '));
        return new DocumentInfo { Format = DocumentFormat.Mobi, Title = title, Author = metadata.Author, Language = metadata.Language, Charset = header.Encoding().WebName };
    }

    /// <summary>The raw markup, as other readers of the format give it.</summary>
    internal static byte[] ReadRawMarkup(Stream input)
    {
        var database = new PalmDatabase(input);
        return RawMarkup.Read(database, ReadHeader(database).Header, _ => { }).ToArray();
    }

    // A hybrid is an older book with a KF8 book behind it, and a record between that says so.
    private static (MobiHeader Header, ExthMetadata Metadata) ReadHeader(PalmDatabase database)
    {
        var header = new MobiHeader(database.Read(0), 0);
        var metadata = header.Metadata();
        if (!header.IsKf8 && metadata.Kf8Record is { } first && database.IsExactly(first - 1, "BOUNDARY"u8))
        {
            var newer = new MobiHeader(database.Read(first), first);
            if (newer.IsKf8)
            {
                return (newer, newer.Metadata() is ({ Title: not null } or { Author: not null }) and var own ? own : metadata);
            }
        }

        return (header, metadata);
    }

    private static void ReadBook(PalmDatabase database, MobiHeader header, ReadOnlyMemory<byte> markup, BlockSink sink)
    {
        var kf8 = header.IsKf8 ? Kf8Parts.Read(database, header, markup) : null;
        var parts = kf8?.Parts ?? [new BookPart(markup)];
        if (kf8 is null)
        {
            LinkTargets.MarkPlaces(parts[0]);
        }
        else
        {
            LinkTargets.MarkFragments(kf8);
        }

        var titles = ChapterTitles.ByAnchor(ReadTitles(database, header, kf8, parts, sink));
        var anchors = titles.Keys.ToHashSet(StringComparer.Ordinal);
        var (writer, notes) = (new HtmlBlockWriter(sink), new NoteLabels());
        for (var index = 0; index < parts.Count; index++)
        {
            var titled = new ChapterTitles(titles, [], writer.Write);
            new HtmlReader(sink.Limits, notes, "", anchors, titled.Add).Read(parts[index].Text(header.Encoding()));
            titled.Complete();
        }
    }

    private static IReadOnlyList<ChapterTitle> ReadTitles(PalmDatabase database, MobiHeader header, Kf8Parts? kf8, IReadOnlyList<BookPart> parts, BlockSink sink)
    {
        if (header.NcxIndex < 0)
        {
            return [];
        }

        try
        {
            var index = MobiIndex.Read(database, header.NcxIndex);
            return MobiTitles.Read(index, header.Encoding(), entry => kf8 is null ? MobiTitles.InWhole(entry, parts[0]) : MobiTitles.InFragments(entry, kf8));
        }
        catch (UnreadableException)
        {
            // Titles stand beside the text.
            sink.Warn("The table of contents of this book is damaged and was left out.");
            return [];
        }
    }

    // PalmDOC holds text; some programs packed HTML.
    private static void ReadPlain(MemoryStream raw, BlockSink sink)
    {
        var head = Encoding.Latin1.GetString(raw.GetBuffer(), 0, (int)Math.Min(raw.Length, HeadBytes));
        raw.Position = 0;
        if (raw.Length == 0)
        {
            return;
        }

        if (!head.Contains("<html", StringComparison.OrdinalIgnoreCase) && !head.Contains("<p>", StringComparison.OrdinalIgnoreCase))
        {
            new PlainTextParser().Parse(raw, sink);
            return;
        }

        var encoding = CharsetDetector.Detect(raw);
        var writer = new HtmlBlockWriter(sink);
        var text = encoding.GetString(raw.GetBuffer(), (int)raw.Position, (int)(raw.Length - raw.Position));
        new HtmlReader(sink.Limits, new NoteLabels(), "", new HashSet<string>(), writer.Write).Read(text);
    }

    private static string? NotEmpty(string? text) => text is not null && CleanText.OfLine(text) is { Length: > 0 } line ? line : null;
}
