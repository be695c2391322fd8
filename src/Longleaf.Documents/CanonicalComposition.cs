using System.Text;
using Longleaf.Documents.Unicode;

namespace Longleaf.Documents;

/// <summary>Unicode Normalization Form C (UAX #15).</summary>
/// <remarks>
/// <see cref="string.Normalize()"/> returns its input unchanged where <c>InvariantGlobalization</c> is on, as it is in every
/// process of Longleaf: so the form is made here, and does not depend on which ICU a machine has.
/// </remarks>
public static class CanonicalComposition
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = 19 * VowelCount * TailCount;

    /// <summary>The text in NFC; the same instance if it is in it already. Lone surrogates stay as they are.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsCertain(text) ? text : Compose(Decompose(text));
    }

    /// <summary>Whether a text is in NFC for certain, by a look at each unit alone; <see langword="false"/> for few texts that are in it.</summary>
    public static bool IsCertain(ReadOnlySpan<char> text)
    {
        // Nothing below U+0300 takes part in a change.
        var first = text.IndexOfAnyExceptInRange('\0', '\u02FF');
        if (first < 0)
        {
            return true;
        }

        var active = NormalizationData.Shared.Active;
        foreach (var unit in text[first..])
        {
            if (active[unit])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The letter under a letter's accents, itself if it has none.</summary>
    public static char BaseOf(char letter)
    {
        var code = (int)letter;
        while (NormalizationData.Shared.Decompositions.TryGetValue(code, out var parts))
        {
            code = parts.First;
        }

        return code <= char.MaxValue ? (char)code : letter;
    }

    private static List<int> Decompose(string text)
    {
        var codes = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Append(codes, pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            i += pair ? 1 : 0;
        }

        Reorder(codes);
        return codes;
    }

    private static void Append(List<int> codes, int code)
    {
        var syllable = code - SyllableBase;
        if (syllable is >= 0 and < SyllableCount)
        {
            codes.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            codes.Add(VowelBase + (syllable % (VowelCount * TailCount) / TailCount));
            if (syllable % TailCount > 0)
            {
                codes.Add(TailBase + (syllable % TailCount));
            }
        }
        else if (NormalizationData.Shared.Decompositions.TryGetValue(code, out var parts))
        {
            Append(codes, parts.First);
            if (parts.Second != 0)
            {
                Append(codes, parts.Second);
            }
        }
        else
        {
            codes.Add(code);
        }
    }

    // Each run of marks by class, those of one class in their order. A stable sort keeps a run of any length at n log n.
    private static void Reorder(List<int> codes)
    {
        for (var start = 0; start < codes.Count; start++)
        {
            if (ClassOf(codes[start]) == 0)
            {
                continue;
            }

            var end = start + 1;
            var ordered = true;
            for (; end < codes.Count && ClassOf(codes[end]) != 0; end++)
            {
                ordered &= ClassOf(codes[end - 1]) <= ClassOf(codes[end]);
            }

            if (!ordered)
            {
                var sorted = codes.GetRange(start, end - start).OrderBy(ClassOf).ToList();
                for (var i = 0; i < sorted.Count; i++)
                {
                    codes[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    private static string Compose(List<int> codes)
    {
        var (starter, kept, lastClass) = (-1, 0, 0);
        for (var i = 0; i < codes.Count; i++)
        {
            var combiningClass = ClassOf(codes[i]);
            var blocked = kept - 1 > starter && (lastClass >= combiningClass || lastClass == 0);
            if (starter >= 0 && !blocked && TryCompose(codes[starter], codes[i], out var composed))
            {
                codes[starter] = composed;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = kept;
            }

            lastClass = combiningClass;
            codes[kept++] = codes[i];
        }

        var text = new StringBuilder(kept);
        for (var i = 0; i < kept; i++)
        {
            _ = codes[i] > char.MaxValue ? text.Append(char.ConvertFromUtf32(codes[i])) : text.Append((char)codes[i]);
        }

        return text.ToString();
    }

    private static bool TryCompose(int first, int second, out int composed)
    {
        var (lead, vowel, tail) = (first - LeadBase, second - VowelBase, second - TailBase);
        if (lead is >= 0 and < 19 && vowel is >= 0 and < VowelCount)
        {
            composed = SyllableBase + (((lead * VowelCount) + vowel) * TailCount);
            return true;
        }

        var syllable = first - SyllableBase;
        if (syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount)
        {
            composed = first + tail;
            return true;
        }

        return NormalizationData.Shared.Compositions.TryGetValue((first, second), out composed);
    }

    private static int ClassOf(int code) => NormalizationData.Shared.CombiningClasses.GetValueOrDefault(code);
}
