namespace Longleaf.Reading.Text;

/// <summary>Finds the index terms of a text in one pass, without allocating.</summary>
/// <typeparam name="TSink">Takes the terms.</typeparam>
/// <param name="sink">Takes the terms.</param>
/// <param name="indexing">
/// Whether the last ideograph of each run is a term of its own besides the bigrams. Then the terms that begin with an ideograph stand
/// for its occurrences exactly, and a question of one ideograph is a look-up of a prefix.
/// </param>
internal ref struct TermScanner<TSink>(ref TSink sink, bool indexing)
    where TSink : struct, ITermSink
{
    /// <summary>The most UTF-16 units of a term; what is longer is known by its start.</summary>
    public const int MaxTermLength = 64;

    // What hangs together without a blank is looked at as a whole up to here: a URL, a path, not a base64 dump.
    private const int MaxCompoundLength = 256;
    private const int MaxParts = 64;

    private readonly ref TSink _sink = ref sink;

    /// <summary>Finds the terms of a text, in the order in which they start.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var found = CharacterTable.ClassAt(text, i, out var units);
            i = found switch
            {
                CharacterClass.Ideograph => ScanIdeographs(text, i),
                CharacterClass.Letter or CharacterClass.Digit => ScanCompound(text, i),
                _ => i + units,
            };
        }
    }

    private readonly int ScanIdeographs(ReadOnlySpan<char> text, int start)
    {
        Span<char> pair = stackalloc char[4];
        CharacterTable.ClassAt(text, start, out var units);
        var (first, firstUnits) = (start, units);
        var next = start + units;
        while (next < text.Length && CharacterTable.ClassAt(text, next, out units) == CharacterClass.Ideograph)
        {
            var count = Fold(text.Slice(first, firstUnits), pair);
            count += Fold(text.Slice(next, units), pair[count..]);
            _sink.Add(pair[..count], first, next + units - first);
            (first, firstUnits, next) = (next, units, next + units);
        }

        if (indexing || first == start)
        {
            _sink.Add(pair[..Fold(text.Slice(first, firstUnits), pair)], first, firstUnits);
        }

        return next;
    }

    private static int Fold(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.Length == 1)
        {
            var folded = CharacterTable.Fold(source[0]);
            destination[0] = folded == '\0' ? source[0] : folded;
            return 1;
        }

        source.CopyTo(destination);
        return source.Length;
    }

    private readonly int ScanCompound(ReadOnlySpan<char> text, int start)
    {
        Span<Range> parts = stackalloc Range[MaxParts];
        var (count, at, traits) = (0, start, CompoundTraits.None);
        while (true)
        {
            var end = PartEnd(text, at, start + MaxCompoundLength, ref traits);
            parts[count++] = at..end;
            var goesOn = count < MaxParts && end + 1 - start < MaxCompoundLength && end + 1 < text.Length
                && CharacterTable.ClassAt(text, end + 1, out _) is CharacterClass.Letter or CharacterClass.Digit;
            var joint = goesOn ? Joint(text[end], text[end - 1], text[end + 1]) : null;
            if (joint is null)
            {
                new CompoundTerms<TSink>(ref _sink, text, parts[..count], traits).Add();
                return AddProgrammingLanguage(text, at, end);
            }

            traits |= joint.Value;
            at = end + 1;
        }
    }

    // C++, C#, F#: the one place where such a mark is part of a name.
    private readonly int AddProgrammingLanguage(ReadOnlySpan<char> text, int start, int end)
    {
        var mark = text[end..].StartsWith("++") ? 2 : text[end..].StartsWith("#") ? 1 : 0;
        if (mark > 0 && end - start == 1 && char.IsAsciiLetter(text[start]))
        {
            Span<char> term = [CharacterTable.Fold(text[start]), text[end], text[end]];
            _sink.Add(term[..(1 + mark)], start, 1 + mark);
        }

        return end;
    }

    private static int PartEnd(ReadOnlySpan<char> text, int start, int limit, ref CompoundTraits traits)
    {
        var end = start;
        while (end < text.Length && end < limit)
        {
            var found = CharacterTable.ClassAt(text, end, out var units);
            if (found is not (CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark))
            {
                break;
            }

            traits |= found == CharacterClass.Digit ? CompoundTraits.Digit : CompoundTraits.Letter;
            end += units;
        }

        return end;
    }

    // What a character between two parts makes of them; null: they do not belong together.
    private static CompoundTraits? Joint(char joint, char before, char after) => joint switch
    {
        '@' or '_' or '&' => CompoundTraits.Code,
        '.' => CompoundTraits.Dot,
        '\'' or '\u2019' or '\uFF07' => CompoundTraits.Apostrophe,
        '-' or '\u2010' or '\u2011' => CompoundTraits.Hyphen,
        '/' or '+' or '#' or '~' or '=' => CompoundTraits.Slash,
        ',' or ':' when char.IsAsciiDigit(before) && char.IsAsciiDigit(after) => CompoundTraits.Comma,
        _ => null,
    };
}
