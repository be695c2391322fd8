using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Text of another format that a document holds as a part (w:altChunk): plain text, HTML, and HTML as mail has it.</summary>
internal static class AltChunk
{
    private const int MaxBytes = 16 * 1024 * 1024;

    public static void Read(DocxParts parts, string relationshipId, IStory story)
    {
        if (parts.Chunk(relationshipId) is not { } chunk)
        {
            return;
        }

        using var content = new MemoryStream();
        using (chunk.Content)
        {
            var buffer = new byte[32 * 1024];
            int count;
            while ((count = chunk.Content.Read(buffer)) > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > MaxBytes)
                {
                    throw new UnreadableException(
                        DocumentFailureCode.TooLarge, $"This document holds another one within it that is larger than is read ({MaxBytes >> 20} MiB).");
                }
            }
        }

        switch (Path.GetExtension(chunk.Name).ToUpperInvariant())
        {
            case ".TXT":
                foreach (var paragraph in Decode(content).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    story.Add(new DocxParagraph { Text = paragraph });
                }

                break;
            case ".HTM" or ".HTML" or ".XHTML":
                story.AddHtml(Decode(content));
                break;
            case ".MHT" or ".MHTML" or ".EML":
                story.AddHtml(MimeHtml.Find(Decode(content)));
                break;
            default:
                parts.Warn("This document holds another one within it, of a format that is not read there: copy its text into the document.");
                break;
        }
    }

    private static string Decode(MemoryStream content)
    {
        if (content.Length == 0)
        {
            return "";
        }

        content.Position = 0;
        var encoding = CharsetDetector.Detect(content);
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return reader.ReadToEnd();
    }
}
