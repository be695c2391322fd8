using System.Xml;
using Longleaf.Documents.Formats.Csv;
using Longleaf.Documents.Formats.Docx;
using Longleaf.Documents.Formats.Encrypted;
using Longleaf.Documents.Formats.Epub;
using Longleaf.Documents.Formats.Image;
using Longleaf.Documents.Formats.Json;
using Longleaf.Documents.Formats.Markdown;
using Longleaf.Documents.Formats.Mobi;
using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Formats.PlainText;
using Longleaf.Documents.Formats.Xlsx;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats;

/// <summary>Reads a document of any format: finds the format, has it parsed, and turns what goes wrong into a value.</summary>
internal static class DocumentParser
{
    /// <summary>Goes up with every change of what any parser yields.</summary>
    public const string Version = "5";

    /// <summary>Reads a document to its end.</summary>
    /// <param name="input">The document's bytes; seekable, at its start.</param>
    /// <param name="fileName">The owner's name for it; a hint.</param>
    /// <param name="sink">Takes the blocks.</param>
    /// <param name="pageText">Gives text of PDF pages from another tool.</param>
    /// <param name="recognizer">Recognises text in pictures.</param>
    /// <param name="pageTextOnly">Whether a PDF's text is to come from that tool alone.</param>
    /// <returns><see cref="ReaderEvent.Completed"/> or <see cref="ReaderEvent.Failed"/>.</returns>
    public static ReaderEvent Parse(Stream input, string fileName, BlockSink sink, IPageTextSource pageText, IRecognizer recognizer, bool pageTextOnly = false)
    {
        var format = default(DocumentFormat?);
        try
        {
            using var decrypted = FormatDetector.IsCompoundFile(input) ? DecryptedPackage.TryOpen(input) : null;
            var source = decrypted ?? input;
            source.Position = 0;
            format = FormatDetector.Detect(source, fileName);
            source.Position = 0;
            // The other readers know better how far they are.
            using var followed = format == DocumentFormat.Docx ? new FollowedInput(source, sink) : null;
            var info = ParserOf(format.Value, pageText, recognizer, pageTextOnly).Parse(followed ?? source, sink);
            return sink.Blocks == 0
                ? Failed(DocumentFailureCode.Blank, "There is no text in this file.")
                : new ReaderEvent.Completed(info with { Warnings = sink.Warnings });
        }
        catch (UnreadableException unreadable)
        {
            return new ReaderEvent.Failed(unreadable.Failure);
        }
        catch (OutOfMemoryException)
        {
            return Failed(DocumentFailureCode.TooLarge, "This file cannot be parsed: it needs more memory than is allowed for one document.");
        }
#pragma warning disable CA1031 // The border to parsers of hostile bytes: whatever they throw means that the file is not what it says.
        catch (Exception exception) when (exception is not IOException || exception is InvalidDataException or EndOfStreamException)
#pragma warning restore CA1031
        {
            var damage = exception is XmlException or InvalidDataException or EndOfStreamException
                ? "it is damaged or cut off"
                : "its structure is damaged";
            return Failed(DocumentFailureCode.Malformed, $"This file cannot be parsed as {NameOf(format)}: {damage}.");
        }
    }

    private static IFormatParser ParserOf(DocumentFormat format, IPageTextSource pageText, IRecognizer recognizer, bool pageTextOnly) => format switch
    {
        DocumentFormat.Markdown => new MarkdownParser(),
        DocumentFormat.Csv => new CsvParser(),
        DocumentFormat.Json => new JsonParser(),
        DocumentFormat.Docx => new DocxParser(recognizer),
        DocumentFormat.Xlsx => new XlsxParser(),
        DocumentFormat.Epub => new EpubParser(),
        DocumentFormat.Mobi => new MobiParser(),
        DocumentFormat.Pdf when pageTextOnly => new PageTextParser(pageText, recognizer),
        DocumentFormat.Pdf => new PdfParser(pageText, recognizer),
        DocumentFormat.Png or DocumentFormat.Jpeg or DocumentFormat.Gif or DocumentFormat.Bmp => new ImageParser(format, recognizer),
        _ => new PlainTextParser(),
    };

    private static string NameOf(DocumentFormat? format) => format switch
    {
        DocumentFormat.Markdown => "Markdown",
        DocumentFormat.Csv => "CSV",
        DocumentFormat.Json => "JSON",
        DocumentFormat.Docx => "a Word document (DOCX)",
        DocumentFormat.Xlsx => "a workbook (XLSX)",
        DocumentFormat.Pdf => "PDF",
        DocumentFormat.Epub => "an EPUB book",
        DocumentFormat.Mobi => "a MOBI book",
        DocumentFormat.Png or DocumentFormat.Jpeg or DocumentFormat.Gif or DocumentFormat.Bmp => "an image",
        _ => "text",
    };

    private static ReaderEvent.Failed Failed(DocumentFailureCode code, string reason) => new(new DocumentFailure(code, reason));
}
