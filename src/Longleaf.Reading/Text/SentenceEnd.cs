using System.Collections.Frozen;

namespace Longleaf.Reading.Text;

/// <summary>Whether a full stop, a question mark or the like ends a sentence.</summary>
internal static class SentenceEnd
{
    // What no sentence has behind it. Without it a run of stops that ends none would be gone through anew from each of them.
    private const int MaxLookAhead = 256;

    // Written with a full stop and followed by a capital as a rule; English, then German and French.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = FrozenSet.ToFrozenSet(
        """
        Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Rev Hon Pres Gov Sen Rep Gen Maj Col Lt Capt Cpt Sgt Cpl Adm Cmdr Sir St Ste Mt Ft vs viz cf ca approx resp
        e.g i.e eg ie al No Nos no nos Nr nr Fig Figs fig figs Tab Eq Eqs eq Ref Refs Sec Sect sec Ch ch Chap chap Vol vol Vols p pp par para art Art App
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ave Blvd Rd Dept dept Univ ed eds Ed Eds trans repr est Est max min
        z.B d.h u.a bzw ggf usw evtl inkl zzgl Abs Bd Hrsg Str vgl Vgl M MM
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = FrozenSet.ToFrozenSet(
        ["MR", "MRS", "MS", "DR", "PROF", "REV", "HON", "GEN", "COL", "CAPT", "LT", "SGT", "ST"]).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GermanMonths = FrozenSet.ToFrozenSet(
        ["Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a character may end a sentence.</summary>
    public static bool IsTerminator(char unit) => unit switch
    {
        '.' or '!' or '?' or '…' or '。' or '！' or '？' or '｡' or '．' or '؟' or '۔' or '।' or '॥' or '։' or '።' or '។' => true,
        _ => false,
    };

    /// <summary>The position after the sentence that a terminator ends, closing quotes and brackets with it; 0 if it ends none.</summary>
    /// <param name="text">The text up to the end of the run of lines.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="at">The terminator.</param>
    public static int After(ReadOnlySpan<char> text, int start, int at)
    {
        text = text[..Math.Min(text.Length, at + MaxLookAhead)];
        var wide = text[at] is '。' or '！' or '？' or '｡' or '…';
        var next = at + 1;
        while (next < text.Length && IsTerminator(text[next]))
        {
            wide |= text[next] is '。' or '！' or '？' or '｡';
            next++;
        }

        var stops = next;
        while (next < text.Length && (IsClosing(text[next]) || (next > stops && text[next] == '…')))
        {
            next++;
        }

        // Marks of notes stand behind the stop: "… in Wales.[2][3] He was ten."
        while (NoteMark(text[next..]) is var mark and > 0)
        {
            next += mark;
        }

        if (next >= text.Length)
        {
            return next;
        }

        // Ideographic text has no blanks: the mark itself is the border. An ellipsis is one only before a new quote or at an end.
        if (wide && text[at] != '…')
        {
            return next;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return text[at] == '…' && next > stops && CharacterTable.ClassOf(text[next]) == CharacterClass.Ideograph ? next : 0;
        }

        if (text[at] == '.' && stops == at + 1 && next == stops && IsAbbreviation(text, start, at))
        {
            return 0;
        }

        return StartsSentence(text[next..]) ? next : 0;
    }

    // The length of "[12]" at the start of a text; 0 if there is none.
    private static int NoteMark(ReadOnlySpan<char> text)
    {
        var end = text.Length > 2 && text[0] == '[' ? text[..Math.Min(5, text.Length)].IndexOf(']') : -1;
        return end > 1 && !text[1..end].ContainsAnyExceptInRange('0', '9') ? end + 1 : 0;
    }

    private static bool IsClosing(char unit) =>
        unit is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '）' or '】' or '》' or '〉' or '〕' or '*' or '_';

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int at)
    {
        var first = at;
        while (first > start && at - first < 12 && (IsLatin(text[first - 1]) || text[first - 1] is '.'))
        {
            first--;
        }

        var word = text[first..at];

        // An initial (J. K. Rowling), but not "I."
        if (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I')
        {
            return true;
        }

        // "1." at the start is the number of an item; "3. Oktober" a date.
        if (word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            return first == start || GermanMonths.Contains(NextWord(text, at));
        }

        // U.S. and p.m. end a sentence where the next word is one that sentences start with, and names do not.
        return IsAcronym(word) ? !StopWords.Contains(NextWord(text, at).ToString().ToLowerInvariant()) : Abbreviations.Contains(word) || Titles.Contains(word);
    }

    // In 笔名S. G. Tallentyre the initial begins where the ideographs end.
    private static bool IsLatin(char unit) => char.IsLetterOrDigit(unit) && CharacterTable.ClassOf(unit) != CharacterClass.Ideograph;

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length >= 3 && word is not ("e.g" or "i.e" or "z.B" or "d.h" or "u.a");
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 1)..].TrimStart();
        var length = 0;
        while (length < rest.Length && length < 16 && char.IsLetter(rest[length]))
        {
            length++;
        }

        return rest[..length];
    }

    private static bool StartsSentence(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty)
        {
            return true;
        }

        var at = 0;
        while (at < rest.Length - 1 && at < 4 && rest[at] is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '「' or '『' or '（' or '¿' or '¡' or '*' or '_')
        {
            at++;
        }

        return !char.IsLower(rest[at]) && rest[at] is not (',' or ';' or ':' or '，' or '、');
    }
}
