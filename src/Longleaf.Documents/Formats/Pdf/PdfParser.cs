using Longleaf.Documents.Formats.Pdf.Content;
using Longleaf.Documents.Ocr;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Reads PDFs: objects by PdfPig, content and fonts by an interpreter of our own (<see cref="PageReader"/>), and pages that are pictures by
/// recognition. All pages are read before the first block is written, as headings show only beside the whole, and headers and footers only
/// beside other pages; lines are small.
/// </summary>
internal sealed class PdfParser(IPageTextSource pageText, IRecognizer recognizer) : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        var bytes = new byte[input.Length];
        input.ReadExactly(bytes);
        using var document = Open(bytes);
        if (document is null)
        {
            return ReadEncrypted(input, sink);
        }

        if (document.NumberOfPages > sink.Limits.MaxPages)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooManyPages,
                $"This PDF has {document.NumberOfPages:N0} pages, more than the {sink.Limits.MaxPages:N0} that are read: split it into smaller files.");
        }

        // :: 1. Lines and tables of every page; which pages another tool should try.
        var (pages, missing) = ReadPages(document, sink);

        // :: 2. Their text.
        var isRead = FillMissing(pages, missing);
        var scans = new ScannedPages(recognizer, sink);
        scans.Recognize(pages, missing);

        // :: 3. What repeats on pages goes; sizes and outline tell headings; lines become paragraphs.
        var furniture = PageFurniture.Take(pages);
        var outline = Tolerate(() => OutlineTitles.Read(document, ObjectsOf(document))) ?? new OutlineTitles();
        var builder = new ParagraphBuilder(sink, new FontSizes(pages), outline, new CompoundWords(pages));
        foreach (var page in pages)
        {
            builder.Write(page);
        }

        builder.Complete();
        foreach (var (text, page) in furniture)
        {
            sink.Add(BlockKind.Furniture, text, location: new Location { Page = page });
        }

        if (sink.Blocks == 0)
        {
            throw scans.Failure() ?? (isRead
                ? new UnreadableException(DocumentFailureCode.Blank, "There is no text in this PDF: it is empty, or holds pictures and drawings without text.")
                : new UnreadableException(
                    DocumentFailureCode.Malformed, "No text could be read from this PDF: its pages are damaged, or take too long to read. Print it to a new PDF."));
        }

        return new DocumentInfo
        {
            Format = DocumentFormat.Pdf,
            Pages = document.NumberOfPages,
            Title = Named(document.Information.Title),
            Author = Named(document.Information.Author),
        };
    }

    // Poppler knows ways of encrypting that PdfPig does not; if it has text, no password is wanted.
    private DocumentInfo ReadEncrypted(Stream input, BlockSink sink)
    {
        try
        {
            var info = new PageTextParser(pageText, recognizer) { Warning = "This PDF is encrypted in a way that is not known: its text was read without headings and tables." }
                .Parse(input, sink);
            if (sink.Blocks > 0)
            {
                return info;
            }
        }
        catch (UnreadableException unreadable) when (unreadable.Failure.Code == DocumentFailureCode.Malformed && sink.Blocks == 0)
        {
            // The other tool wants the password too.
        }

        throw new UnreadableException(DocumentFailureCode.PasswordProtected, "This PDF is protected by a password: save it without one and upload it again.");
    }

    private static PdfDocument? Open(byte[] bytes)
    {
        if (!XrefCheck.IsSafe(bytes))
        {
            throw new InvalidDataException("The widths of a cross-reference stream are out of bounds.");
        }

        try
        {
            var options = new ReaderOptions { UseLenientParsing = true, SkipMissingFonts = true, Passwords = [""] };
            var document = PdfDocument.Open(bytes, options);
            options.Hidden = Tolerate(() => new HiddenContent(ObjectsOf(document), document.Structure.Catalog.CatalogDictionary));
            document.AddPageFactory<PageContent, PageReader>();
            return document;
        }
        catch (PdfDocumentEncryptedException)
        {
            return null;
        }
    }

    private static PdfObjects ObjectsOf(PdfDocument document) => new(document.Structure.TokenScanner, document.Structure.FilterProvider);

    private static (List<PageContent> Pages, List<int> Missing) ReadPages(PdfDocument document, BlockSink sink)
    {
        var (pages, missing) = (new List<PageContent>(), new List<int>());
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var content = Tolerate(() => document.GetPage<PageContent>(number));
            if (content is null || (content.Items.Count == 0 && content.ShowsText))
            {
                missing.Add(number);
            }

            content ??= new PageContent { Number = number };
            pages.Add(content);
            sink.Progress(number, document.NumberOfPages, "pages");
        }

        // Without a letter in all of the document, every page is worth a try: it costs one more process.
        return (pages, pages.TrueForAll(page => page.Items.Count == 0) ? [.. pages.Select(page => page.Number)] : missing);
    }

    // Whether the other tool could read what it was asked for.
    private bool FillMissing(List<PageContent> pages, List<int> missing)
    {
        if (missing.Count == 0)
        {
            return true;
        }

        var texts = pageText.Read(missing[0], missing[^1]);
        foreach (var number in missing)
        {
            pages[number - 1].ForeignText = texts is not null && number - missing[0] < texts.Count ? texts[number - missing[0]] : null;
        }

        return texts is not null;
    }

    private static string? Named(string? text) => text is not null && Text.CleanText.OfLine(text) is { Length: > 0 } line ? line : null;

    // A page, an outline or a form that PdfPig trips over costs itself only.
    private static T? Tolerate<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // PdfPig throws whatever its parsing runs into: casts, indexes, formats.
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnreadableException))
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
