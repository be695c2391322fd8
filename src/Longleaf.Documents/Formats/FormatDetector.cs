using System.IO.Compression;
using System.Text;

namespace Longleaf.Documents.Formats;

/// <summary>Finds the format of a document from its bytes first; the name decides only between kinds of text.</summary>
internal static class FormatDetector
{
    private const int HeadBytes = 4096;

    // A PDF may start with other bytes; readers look for the header in the first KB (ISO 32000-1, annex H 3.4.1).
    private const int PdfHeaderSearch = 1024;

    private static ReadOnlySpan<byte> CompoundFileSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether a document starts as Office's old files and its encrypted ones do.</summary>
    public static bool IsCompoundFile(Stream input)
    {
        var head = new byte[CompoundFileSignature.Length];
        return input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && CompoundFileSignature.SequenceEqual(head);
    }

    public static DocumentFormat Detect(Stream input, string fileName)
    {
        var head = new byte[HeadBytes];
        var bytes = head.AsSpan(0, input.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false));
        if (input.Length == 0)
        {
            throw new UnreadableException(DocumentFailureCode.Blank, "This file is empty.");
        }

        if (bytes[..Math.Min(bytes.Length, PdfHeaderSearch)].IndexOf("%PDF-"u8) >= 0)
        {
            return DocumentFormat.Pdf;
        }

        if (IsEpub(bytes))
        {
            return DocumentFormat.Epub;
        }

        if (IsBook(bytes))
        {
            return DocumentFormat.Mobi;
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return InZip(input);
        }

        if (bytes.StartsWith(CompoundFileSignature))
        {
            throw InCompoundFile(input, fileName);
        }

        if (ImageFormat(bytes) is { } image)
        {
            return image;
        }

        if (BinaryName(bytes) is { } name)
        {
            throw new UnreadableException(DocumentFailureCode.UnsupportedFormat, $"This file is {name}: Longleaf reads TXT, MD, CSV, JSON, DOCX, XLSX, PDF, EPUB, MOBI, BMP, PNG, JPG and GIF.");
        }

        // Readers of PDF forgive a header that is damaged or missing, if the objects are there.
        return IsNamed(fileName, ".PDF") && (bytes.IndexOf("%PDF"u8) >= 0 || bytes.IndexOf(" obj"u8) >= 0) ? DocumentFormat.Pdf : ByName(fileName);
    }

    private static bool IsNamed(string fileName, string extension) =>
        Path.GetExtension(fileName).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static DocumentFormat ByName(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => DocumentFormat.Markdown,
        ".CSV" or ".TSV" or ".TAB" => DocumentFormat.Csv,
        ".JSON" or ".JSONL" or ".NDJSON" => DocumentFormat.Json,
        ".PDF" => throw new UnreadableException(DocumentFailureCode.Malformed, "This file is named PDF but does not hold one: it is damaged or something else."),
        ".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".BMP" => throw new UnreadableException(
            DocumentFailureCode.Malformed, "This file is named as an image but does not hold one: it is damaged or something else."),
        ".DOCX" => throw new UnreadableException(
            DocumentFailureCode.Malformed, "This file is named DOCX but does not hold a Word document: it is damaged or something else."),
        ".XLSX" => throw new UnreadableException(
            DocumentFailureCode.Malformed, "This file is named XLSX but does not hold a workbook: it is damaged or something else."),
        ".EPUB" or ".MOBI" or ".AZW" or ".AZW3" => throw new UnreadableException(
            DocumentFailureCode.Malformed, "This file is named like a book but does not hold one: it is damaged or something else."),
        _ => DocumentFormat.PlainText,
    };

    // The first file of the zip says what it is, at a fixed place (OCF 3.3, 4.3).
    private static bool IsEpub(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) && bytes.Length > 60 && bytes[30..].StartsWith("mimetypeapplication/epub+zip"u8);

    // Type and creator of a Palm database.
    private static bool IsBook(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 78 && (bytes[60..].StartsWith("BOOKMOBI"u8) || bytes[60..].StartsWith("TEXtREAd"u8));

    private static DocumentFormat InZip(Stream input)
    {
        var isBinaryWorkbook = false;
        try
        {
            input.Position = 0;
            using var zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                var name = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                {
                    return DocumentFormat.Docx;
                }

                if (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                {
                    return DocumentFormat.Xlsx;
                }

                isBinaryWorkbook |= name.Equals("xl/workbook.bin", StringComparison.OrdinalIgnoreCase);
                if (name.Equals("META-INF/container.xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase))
                {
                    return DocumentFormat.Epub;
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged or cut-off Office document or zip.");
        }

        throw new UnreadableException(
            DocumentFailureCode.UnsupportedFormat,
            isBinaryWorkbook
                ? "This file is a binary workbook (XLSB): save it as XLSX and upload it again."
                : "This file is a zip that holds no Word document, workbook or book: upload the documents in it one by one.");
    }

    // Office encrypts by wrapping the package into an OLE compound file with a stream of this name, in UTF-16 ([MS-OFFCRYPTO] 2.3.4).
    private static UnreadableException InCompoundFile(Stream input, string fileName)
    {
        input.Position = 0;
        var bytes = new byte[(int)Math.Min(input.Length, 1 << 20)];
        input.ReadExactly(bytes);
        if (bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            return new UnreadableException(DocumentFailureCode.PasswordProtected, "This document is protected by a password: save it without one and upload it again.");
        }

        return new UnreadableException(
            DocumentFailureCode.UnsupportedFormat,
            IsNamed(fileName, ".XLSX") ? "This file is named XLSX but holds an old Office format: save it as XLSX and upload it again."
            : IsNamed(fileName, ".DOCX") ? "This file is named DOCX but holds an old Office format: save it as DOCX and upload it again."
            : "This file is of an old Office format: save it as DOCX or XLSX and upload it again.");
    }

    // BMP starts with two common letters: the size of its second header must be one that there is as well.
    private static DocumentFormat? ImageFormat(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? DocumentFormat.Png
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? DocumentFormat.Jpeg
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? DocumentFormat.Gif
        : bytes.StartsWith("BM"u8) && bytes.Length > 18 && bytes[14] is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124 && bytes[15..18] is [0, 0, 0]
            ? DocumentFormat.Bmp
        : null;

    private static string? BinaryName(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x1F, 0x8B]) || bytes.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || bytes.StartsWith("Rar!"u8) ? "a compressed archive"
        : bytes.StartsWith<byte>([0x7F, 0x45, 0x4C, 0x46]) || (bytes.StartsWith("MZ"u8) && bytes.Contains((byte)0)) ? "a program"
        : bytes.StartsWith("TPZ"u8) ? "a Topaz book"
        : bytes.StartsWith("CONT\u0002"u8) || bytes.StartsWith<byte>([0xEA, (byte)'D', (byte)'R', (byte)'M', (byte)'I', (byte)'O', (byte)'N']) ? "a KFX book"
        : bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8))
            ? "an image of another format"
        : null;
}
