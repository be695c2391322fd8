using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Html;

/// <summary>Markup from its bytes: charset by byte order mark, by what it says of itself where that holds, else by its bytes.</summary>
internal static partial class MarkupText
{
    // A book's largest chapters are of a few megabytes.
    private const int MaxBytes = 64 << 20;
    private const int DeclarationBytes = 1024;

    /// <exception cref="UnreadableException">It is larger than is read.</exception>
    public static string Read(Stream stream)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MaxBytes)
            {
                throw new UnreadableException(DocumentFailureCode.TooLarge, $"A chapter of this book is larger than {MaxBytes >> 20} MB.");
            }
        }

        return Decode(content);
    }

    private static string Decode(MemoryStream content)
    {
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        var hasZeroOrMark = bytes.Length >= 2 && (bytes[0] >= 0xFE || bytes[0] == 0 || bytes[1] == 0);
        if (!hasZeroOrMark && Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        content.Position = 0;
        var declared = hasZeroOrMark ? null : Declared(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var encoding = declared ?? (content.Length == 0 ? Encoding.UTF8 : CharsetDetector.Detect(content));
        return encoding.GetString(bytes[(int)content.Position..]);
    }

    // UTF-8 that is not valid was excluded before; UTF-16 shows itself.
    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var name = Declaration().Match(Encoding.Latin1.GetString(head)) is { Success: true } match ? match.Groups[1].Value : null;
        if (name is null || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ucs", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("iso-10646", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            // Browsers and books alike write windows-1252 and call it Latin-1.
            return Encoding.GetEncoding(name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name);
        }
        catch (ArgumentException)
        {
            // A name nobody knows says nothing: the bytes decide.
            return null;
        }
    }

    [GeneratedRegex(@"(?:encoding|charset)\s*=\s*[""']?\s*([A-Za-z0-9._:-]{2,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
