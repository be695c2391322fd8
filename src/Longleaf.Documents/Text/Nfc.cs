using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>
/// Unicode normalisation form C (UAX #15). <see cref="string.Normalize()"/> leaves text as it is where globalisation is
/// invariant, as it is in all of Longleaf (no ICU to install, 30 ms less to start), so the algorithm is here.
/// </summary>
public static class Nfc
{
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int ClassShift = 24;
    private const int CodeMask = (1 << ClassShift) - 1;
    private const int HangulCount = 19 * VowelCount * TailCount;

    /// <summary>The text in form C; the same instance if it is already.</summary>
    /// <param name="text">Any text; a lone surrogate becomes U+FFFD.</param>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsCertain(text) ? text : Compose(Decompose(text));
    }

    /// <summary>Whether a text is in form C for certain, by a look at each unit alone; <see langword="false"/> for few texts that are in it.</summary>
    public static bool IsCertain(ReadOnlySpan<char> text) => FirstToWorkOn(text) < 0;

    /// <summary>The letter under a letter's accents, itself if it has none.</summary>
    public static char BaseOf(char letter)
    {
        var code = (int)letter;
        while (NormalizationData.Instance.TryDecompose(code, out var first, out _))
        {
            code = first;
        }

        return code <= char.MaxValue ? (char)code : letter;
    }

    /// <summary>The text in form C with Latin ligatures and Hebrew and Arabic presentation forms resolved (a part of form KC).</summary>
    public static string NormalizePresentationForms(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\uFB00', '\uFEFC'))
        {
            return Normalize(text);
        }

        var builder = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (unit >= '\uFB00' && NormalizationData.Instance.FormOf(unit) is { } resolved)
            {
                builder.Append(resolved);
            }
            else
            {
                builder.Append(unit);
            }
        }

        return Normalize(builder.ToString());
    }

    private static int FirstToWorkOn(ReadOnlySpan<char> text)
    {
        // Below U+0300 everything is in form C; the tables are only loaded for what is above.
        var from = text.IndexOfAnyInRange('\u0300', '\uFFFF');
        if (from < 0)
        {
            return -1;
        }

        for (var index = from; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit < 0x300 || IsInert(unit))
            {
                continue;
            }

            if (NormalizationData.Instance.NeedsWork[unit])
            {
                return index;
            }
        }

        return -1;
    }

    // Whole ranges that neither combine nor come apart, of the scripts that most text is in: the tables need not be loaded for them.
    // Cyrillic to U+0482; dashes, quotes and dots; ideographic marks before U+302A; kana with their voiced forms; ideographs; syllables of
    // Hangul; full- and half-width forms.
    private static bool IsInert(char unit) => unit is
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u3029') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u2010' and <= '\u2027')
        or (>= '\u0400' and <= '\u0482') or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FC') or (>= '\uAC00' and <= '\uD7A3');

    // Code points, each with its combining class in the upper eight bits: a list of pairs would be compiled anew in each process.
    private static List<int> Decompose(string text)
    {
        var data = NormalizationData.Instance;
        var result = new List<int>(text.Length + 16);
        Span<int> pending = stackalloc int[16];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = 1;
            pending[0] = rune.Value;
            while (count > 0)
            {
                var code = pending[--count];
                if (code is >= HangulBase and < HangulBase + HangulCount)
                {
                    DecomposeHangul(code - HangulBase, result);
                }
                else if (data.TryDecompose(code, out var first, out var second))
                {
                    if (second != 0)
                    {
                        pending[count++] = second;
                    }

                    pending[count++] = first;
                }
                else
                {
                    AddInOrder(result, code, code < 0x300 ? (byte)0 : data.ClassOf(code));
                }
            }
        }

        return result;
    }

    private static void DecomposeHangul(int index, List<int> result)
    {
        result.Add(LeadBase + (index / (VowelCount * TailCount)));
        result.Add(VowelBase + (index % (VowelCount * TailCount) / TailCount));
        if (index % TailCount != 0)
        {
            result.Add(TailBase + (index % TailCount));
        }
    }

    // Combining marks are kept sorted by class as they come. A run of marks is cut after 64: sorting a hostile one would be quadratic.
    private static void AddInOrder(List<int> result, int code, byte combiningClass)
    {
        var at = result.Count;
        if (combiningClass != 0)
        {
            for (var steps = 0; at > 0 && steps < 64 && ClassOf(result[at - 1]) > combiningClass; steps++)
            {
                at--;
            }
        }

        result.Insert(at, code | (combiningClass << ClassShift));
    }

    private static string Compose(List<int> codes)
    {
        var starter = -1;
        var lastClass = -1;
        var kept = 0;
        for (var index = 0; index < codes.Count; index++)
        {
            var (code, combiningClass) = (codes[index] & CodeMask, ClassOf(codes[index]));
            var adjacent = lastClass == -1;
            if (starter >= 0 && (adjacent || lastClass < combiningClass) && Composite(codes[starter] & CodeMask, code) is var composite and > 0)
            {
                codes[starter] = composite;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = kept;
                lastClass = -1;
            }
            else
            {
                lastClass = combiningClass;
            }

            codes[kept++] = codes[index];
        }

        var builder = new StringBuilder(kept + 16);
        Span<char> units = stackalloc char[2];
        for (var index = 0; index < kept; index++)
        {
            builder.Append(units[..new Rune(codes[index] & CodeMask).EncodeToUtf16(units)]);
        }

        return builder.ToString();
    }

    private static int ClassOf(int entry) => (int)((uint)entry >> ClassShift);

    private static int Composite(int first, int second)
    {
        if (first is >= LeadBase and < LeadBase + 19 && second is >= VowelBase and < VowelBase + VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + (second - VowelBase)) * TailCount);
        }

        if (first is >= HangulBase and < HangulBase + HangulCount && (first - HangulBase) % TailCount == 0
            && second is > TailBase and < TailBase + TailCount)
        {
            return first + (second - TailBase);
        }

        return NormalizationData.Instance.Compose(first, second);
    }
}
