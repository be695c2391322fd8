namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>Whether seven-bit text may be of a charset that shifts by escapes. ASCII holds tildes and braces too: what is no whole shift is none.</summary>
internal static class EscapedCharsets
{
    // What starts a shift of ISO-2022-JP, -KR and -CN (RFC 1468, 1557, 1922).
    private static readonly byte[][] Designations = [[.. "\u001B$@"u8], [.. "\u001B$B"u8], [.. "\u001B$("u8], [.. "\u001B$)"u8], [.. "\u001B$A"u8]];

    /// <summary>Whether there is a shift.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var designation in Designations)
        {
            if (bytes.IndexOf(designation) >= 0)
            {
                return true;
            }
        }

        return IsHz(bytes);
    }

    // RFC 1843: "~{", pairs of bytes, "~}" on the same line; a tilde is otherwise doubled, or ends its line.
    private static bool IsHz(ReadOnlySpan<byte> bytes)
    {
        var shifts = 0;
        for (var tilde = bytes.IndexOf((byte)'~'); tilde >= 0 && tilde + 1 < bytes.Length; tilde = bytes.IndexOf((byte)'~'))
        {
            var next = bytes[tilde + 1];
            bytes = bytes[(tilde + 2)..];
            if (next == '{')
            {
                var end = bytes.IndexOf("~}"u8);
                if (end <= 0 || end % 2 != 0 || !ArePairs(bytes[..end]))
                {
                    return false;
                }

                shifts++;
                bytes = bytes[(end + 2)..];
            }
            else if (next is not ((byte)'~' or (byte)'\n'))
            {
                return false;
            }
        }

        return shifts > 0;
    }

    // Rows 0x21 to 0x77 of GB 2312, cells 0x21 to 0x7E.
    private static bool ArePairs(ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index += 2)
        {
            if (bytes[index] is < 0x21 or > 0x77 || bytes[index + 1] is < 0x21 or > 0x7E)
            {
                return false;
            }
        }

        return true;
    }
}
