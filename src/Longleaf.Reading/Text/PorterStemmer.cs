namespace Longleaf.Reading.Text;

/// <summary>
/// The stem of an English word: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the author's later
/// points of departure (<c>logi</c> to <c>log</c>, <c>bli</c> to <c>ble</c>; words of one or two letters are left alone).
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>Stems a word in place.</summary>
    /// <param name="word">Letters a to z; what is behind the stem afterwards is of no use.</param>
    /// <returns>The length of the stem.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        var length = Plural(word, word.Length);
        length = PastAndProgressive(word, length);
        if (length > 0 && word[length - 1] == 'y' && HasVowel(word, length - 1))
        {
            word[length - 1] = 'i';
        }

        length = ReplaceLongest(word, length, Step2);
        length = ReplaceLongest(word, length, Step3);
        length = DropLongest(word, length);
        return Tidy(word, length);
    }

    private static int Plural(Span<char> word, int length)
    {
        if (word[length - 1] != 's')
        {
            return length;
        }

        return Ends(word, length, "sses") || Ends(word, length, "ies") ? length - 2 : Ends(word, length, "ss") ? length : length - 1;
    }

    private static int PastAndProgressive(Span<char> word, int length)
    {
        if (Ends(word, length, "eed"))
        {
            return Measure(word, length - 3) > 0 ? length - 1 : length;
        }

        var stem = Ends(word, length, "ed") ? length - 2 : Ends(word, length, "ing") ? length - 3 : 0;
        if (stem <= 0 || !HasVowel(word, stem))
        {
            return length;
        }

        if (Ends(word, stem, "at") || Ends(word, stem, "bl") || Ends(word, stem, "iz"))
        {
            word[stem] = 'e';
            return stem + 1;
        }

        if (DoubleConsonant(word, stem))
        {
            return word[stem - 1] is 'l' or 's' or 'z' ? stem : stem - 1;
        }

        if (Measure(word, stem) == 1 && ConsonantVowelConsonant(word, stem))
        {
            word[stem] = 'e';
            return stem + 1;
        }

        return stem;
    }

    private static int ReplaceLongest(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        var best = -1;
        for (var i = 0; i < rules.Length; i++)
        {
            if (Ends(word, length, rules[i].Suffix) && (best < 0 || rules[i].Suffix.Length > rules[best].Suffix.Length))
            {
                best = i;
            }
        }

        if (best < 0 || Measure(word, length - rules[best].Suffix.Length) == 0)
        {
            return length;
        }

        var stem = length - rules[best].Suffix.Length;
        rules[best].Replacement.CopyTo(word[stem..]);
        return stem + rules[best].Replacement.Length;
    }

    private static int DropLongest(Span<char> word, int length)
    {
        var best = "";
        foreach (var suffix in Step4)
        {
            if (suffix.Length > best.Length && Ends(word, length, suffix))
            {
                best = suffix;
            }
        }

        var stem = length - best.Length;
        var fits = best.Length > 0 && Measure(word, stem) > 1 && (best != "ion" || (stem > 0 && word[stem - 1] is 's' or 't'));
        return fits ? stem : length;
    }

    private static int Tidy(Span<char> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            var measure = Measure(word, length - 1);
            if (measure > 1 || (measure == 1 && !ConsonantVowelConsonant(word, length - 1)))
            {
                length--;
            }
        }

        return length > 1 && word[length - 1] == 'l' && DoubleConsonant(word, length) && Measure(word, length) > 1 ? length - 1 : length;
    }

    private static bool Ends(ReadOnlySpan<char> word, int length, string suffix) => word[..length].EndsWith(suffix, StringComparison.Ordinal);

    private static bool IsConsonant(ReadOnlySpan<char> word, int at)
    {
        if (word[at] != 'y')
        {
            return word[at] is not ('a' or 'e' or 'i' or 'o' or 'u');
        }

        // A y is a consonant at the start and after a vowel; a run of y takes turns.
        var run = at;
        while (run > 0 && word[run - 1] == 'y')
        {
            run--;
        }

        var first = run == 0 || word[run - 1] is 'a' or 'e' or 'i' or 'o' or 'u';
        return first == ((at - run) % 2 == 0);
    }

    // Porter's m: how many times a vowel is followed by a consonant.
    private static int Measure(ReadOnlySpan<char> word, int length)
    {
        var (measure, afterVowel) = (0, false);
        for (var i = 0; i < length; i++)
        {
            var vowel = !IsConsonant(word, i);
            measure += afterVowel && !vowel ? 1 : 0;
            afterVowel = vowel;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DoubleConsonant(ReadOnlySpan<char> word, int length) =>
        length > 1 && word[length - 1] == word[length - 2] && IsConsonant(word, length - 1);

    private static bool ConsonantVowelConsonant(ReadOnlySpan<char> word, int length) =>
        length > 2 && IsConsonant(word, length - 3) && !IsConsonant(word, length - 2) && IsConsonant(word, length - 1)
        && word[length - 1] is not ('w' or 'x' or 'y');
}
