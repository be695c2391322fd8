namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Looks at cross-reference streams before PdfPig does: it puts entries of whatever width they claim on its stack, and a process that runs
/// out of stack is gone. No entry's part has more than eight bytes.
/// </summary>
internal static class XrefCheck
{
    private const int MostWidth = 16;
    private const int Window = 1024;

    public static bool IsSafe(ReadOnlySpan<byte> file)
    {
        for (var at = 0; at < file.Length;)
        {
            var found = file[at..].IndexOf("/XRef"u8);
            if (found < 0)
            {
                return true;
            }

            at += found;
            var from = Math.Max(0, at - Window);
            if (!HasSafeWidths(file[from..Math.Min(file.Length, at + Window)]))
            {
                return false;
            }

            at += 5;
        }

        return true;
    }

    private static bool HasSafeWidths(ReadOnlySpan<byte> dictionary)
    {
        for (var at = dictionary.IndexOf("/W"u8); at >= 0;)
        {
            var (value, isList) = (0L, false);
            for (at += 2; at < dictionary.Length; at++)
            {
                var unit = dictionary[at];
                if (unit is >= (byte)'0' and <= (byte)'9' && isList)
                {
                    value = Math.Min((value * 10) + unit - '0', int.MaxValue);
                    if (value > MostWidth)
                    {
                        return false;
                    }
                }
                else if (unit == '[' && !isList)
                {
                    isList = true;
                }
                else if (unit > ' ')
                {
                    break;
                }
                else
                {
                    value = 0;
                }
            }

            var next = dictionary[Math.Min(at, dictionary.Length)..].IndexOf("/W"u8);
            at = next < 0 ? -1 : at + next;
        }

        return true;
    }
}
