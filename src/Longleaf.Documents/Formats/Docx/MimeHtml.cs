using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>A web page as mail has it (RFC 2557): of its parts, the HTML.</summary>
internal static class MimeHtml
{
    /// <summary>The HTML of the message; the message itself if it has no parts.</summary>
    public static string Find(string message)
    {
        var (headers, body) = Split(message);
        if (Parameter(headers, "boundary") is { Length: > 0 } boundary)
        {
            foreach (var part in body.Split("--" + boundary))
            {
                var (partHeaders, content) = Split(part.TrimStart('\r', '\n'));
                if (partHeaders.Contains("text/html", StringComparison.OrdinalIgnoreCase) || partHeaders.Contains("xhtml", StringComparison.OrdinalIgnoreCase))
                {
                    return Decode(partHeaders, content);
                }
            }
        }

        return Decode(headers, body);
    }

    private static (string Headers, string Body) Split(string part)
    {
        var text = part.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? ("", text) : (text[..end], text[(end + 2)..]);
    }

    private static string? Parameter(string headers, string name)
    {
        var start = headers.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = headers.AsSpan(start + name.Length + 1).TrimStart();
        return value is ['"', ..]
            ? value[1..].IndexOf('"') is var quote and >= 0 ? value.Slice(1, quote).ToString() : null
            : value[..(value.IndexOfAny(";\n ") is var end and >= 0 ? end : value.Length)].ToString();
    }

    private static string Decode(string headers, string content)
    {
        var encoding = Charset(Parameter(headers, "charset"));
        if (headers.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase))
        {
            return encoding.GetString(FromQuotedPrintable(content));
        }

        if (headers.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[content.Length];
            return Convert.TryFromBase64String(string.Concat(content.Where(sign => !char.IsWhiteSpace(sign))), bytes, out var count) ? encoding.GetString(bytes, 0, count) : "";
        }

        return content;
    }

    private static Encoding Charset(string? name)
    {
        try
        {
            return name is null ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static byte[] FromQuotedPrintable(string content)
    {
        using var bytes = new MemoryStream(content.Length);
        for (var index = 0; index < content.Length; index++)
        {
            if (content[index] != '=')
            {
                bytes.Write(Encoding.UTF8.GetBytes(content, index, char.IsHighSurrogate(content[index]) && index + 1 < content.Length ? 2 : 1));
                index += char.IsHighSurrogate(content[index]) ? 1 : 0;
            }
            else if (index + 2 < content.Length && byte.TryParse(content.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.WriteByte(value);
                index += 2;
            }
            else if (index + 1 < content.Length && content[index + 1] == '\n')
            {
                index++;
            }
        }

        return bytes.ToArray();
    }
}
