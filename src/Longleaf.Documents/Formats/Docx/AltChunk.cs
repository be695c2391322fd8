using System.Net;
using System.Text;
using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Text of another format that a document holds as a part (w:altChunk): plain text and HTML, without their markup.</summary>
internal static class AltChunk
{
    private const int MaxBytes = 4 * 1024 * 1024;

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
            while (content.Length < MaxBytes && (count = chunk.Content.Read(buffer)) > 0)
            {
                content.Write(buffer, 0, count);
            }
        }

        var extension = Path.GetExtension(chunk.Name).ToUpperInvariant();
        if (content.Length == 0 || extension is not (".TXT" or ".HTM" or ".HTML" or ".XHTML"))
        {
            return;
        }

        content.Position = 0;
        var encoding = CharsetDetector.Detect(content);
        using var reader = new StreamReader(content, encoding);
        var text = reader.ReadToEnd();
        foreach (var paragraph in (extension == ".TXT" ? text : WithoutTags(text)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            story.Add(new DocxParagraph { Text = paragraph });
        }
    }

    // Block elements end lines; scripts and styles go with their content.
    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var index = 0;
        while (index < html.Length)
        {
            var open = html.IndexOf('<', index);
            if (open < 0)
            {
                text.Append(html.AsSpan(index));
                break;
            }

            text.Append(html.AsSpan(index, open - index).ToString().ReplaceLineEndings(" "));
            var close = html.IndexOf('>', open);
            var tag = close < 0 ? html.AsSpan(open + 1) : html.AsSpan(open + 1, close - open - 1);
            index = close < 0 ? html.Length : close + 1;
            foreach (var name in (string[])["script", "style", "head", "!--"])
            {
                if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    var end = html.IndexOf(name == "!--" ? "-->" : $"</{name}", open, StringComparison.OrdinalIgnoreCase);
                    index = end < 0 ? html.Length : Math.Max(index, end);
                }
            }

            var isInline = tag.TrimStart('/') is var bare && (bare.StartsWith("span") || bare.StartsWith("a ") || bare is "a" or "b" or "i" or "u" or "em" or "strong" or "font"
                || bare.StartsWith("font ") || bare.StartsWith("sup") || bare.StartsWith("sub"));
            text.Append(isInline ? "" : "\n");
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
