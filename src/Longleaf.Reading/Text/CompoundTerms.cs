using System.Buffers;

namespace Longleaf.Reading.Text;

/// <summary>
/// The terms of one run without blanks: a word; or an id, a number, an address, a code name, whole and in parts; or words joined by
/// hyphens, slashes and apostrophes, each for itself.
/// </summary>
internal readonly ref struct CompoundTerms<TSink>(ref TSink sink, ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, CompoundTraits traits)
    where TSink : struct, ITermSink
{
    // More changes between letters and digits than this are a hash or a serial number, of which no part is a word.
    private const int MaxTransitions = 5;

    // Pieces of a hexadecimal number mean nothing.
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly ref TSink _sink = ref sink;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<Range> _parts = parts;

    private int Start => _parts[0].Start.Value;

    private int Length => _parts[^1].End.Value - Start;

    /// <summary>Hands the terms on.</summary>
    public void Add()
    {
        if (_parts.Length == 1)
        {
            AddPart(_parts[0]);
        }
        else if (AddNumber() || AddAcronym())
        {
        }
        else if ((traits & (CompoundTraits.Code | CompoundTraits.Digit | CompoundTraits.Dot)) != 0)
        {
            AddWhole();
            AddParts();
        }
        else
        {
            AddJoinedWords();
        }
    }

    private static bool IsShort(Range part) => part.End.Value - part.Start.Value <= 2;

    private void AddParts()
    {
        foreach (var part in _parts)
        {
            AddPart(part);
        }
    }

    private void AddWhole()
    {
        Span<char> term = stackalloc char[TermScanner<TSink>.MaxTermLength];
        var count = 0;
        for (var i = Start; i < Start + Length && count < term.Length; i++)
        {
            count += Append(term, count, _text[i]);
        }

        _sink.Add(term[..count], Start, Length);

        // v10.4.2 is asked for as 10.4.2.
        if (count > 2 && term[0] == 'v' && char.IsAsciiDigit(term[1]))
        {
            _sink.Add(term[1..count], Start, Length);
        }
    }

    // 1,234,567.50 as 1234567.5 and 1234567; 3.14 as itself; 2026-03-15, 12:30 and 10.4.2 are not numbers but ids.
    private bool AddNumber()
    {
        if ((traits & ~(CompoundTraits.Digit | CompoundTraits.Dot | CompoundTraits.Comma)) != 0 || _parts.Length > 16)
        {
            return false;
        }

        Span<char> term = stackalloc char[TermScanner<TSink>.MaxTermLength];
        var (count, whole) = (0, 0);
        for (var i = 0; i < _parts.Length; i++)
        {
            var digits = _text[_parts[i]];
            var joint = i == 0 ? '\0' : _text[_parts[i].Start.Value - 1];
            var fits = joint switch { '\0' => true, ',' => whole == 0 && digits.Length == 3, '.' => whole == 0 && i == _parts.Length - 1, _ => false };
            if (!fits || count + digits.Length + 1 > term.Length)
            {
                return false;
            }

            if (joint == '.')
            {
                whole = count;
                term[count++] = '.';
            }

            foreach (var digit in digits)
            {
                count += Append(term, count, digit);
            }
        }

        var value = whole == 0 ? term[..count] : term[..count].TrimEnd('0').TrimEnd('.');
        _sink.Add(value, Start, Length);
        if (whole > 0 && value.Length > whole)
        {
            _sink.Add(term[..whole], Start, Length);
        }

        return true;
    }

    // U.S.A as usa.
    private bool AddAcronym()
    {
        if (traits != (CompoundTraits.Letter | CompoundTraits.Dot) || _parts.Length > TermScanner<TSink>.MaxTermLength)
        {
            return false;
        }

        Span<char> term = stackalloc char[TermScanner<TSink>.MaxTermLength];
        var count = 0;
        foreach (var part in _parts)
        {
            if (part.End.Value - part.Start.Value != 1)
            {
                return false;
            }

            count += Append(term, count, _text[part.Start.Value]);
        }

        _sink.Add(term[..count], Start, Length);
        return true;
    }

    private void AddJoinedWords()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var apostrophe = i + 1 < _parts.Length && _text[_parts[i].End.Value] is '\'' or '\u2019' or '\uFF07';
            if (!apostrophe)
            {
                AddPart(_parts[i]);
                continue;
            }

            // l'homme, o'clock, d'Artagnan: what is elided is no word. Kim's: nor is the ending. don't: one word.
            var next = _parts[i + 1];
            if (IsShort(_parts[i]) && !IsShort(next))
            {
                continue;
            }

            if (_text[next] is "s" or "S")
            {
                AddPart(_parts[i]);
            }
            else
            {
                AddJoined(_parts[i], next);
            }

            i++;
        }

        // e-mail is also looked for as email, X-ray as xray.
        if (_parts.Length == 2 && (traits & CompoundTraits.Hyphen) != 0 && IsShort(_parts[0]))
        {
            AddJoined(_parts[0], _parts[1]);
        }
    }

    private void AddJoined(Range first, Range second)
    {
        Span<char> joined = stackalloc char[TermScanner<TSink>.MaxTermLength];
        var count = 0;
        foreach (var unit in _text[first])
        {
            count += Append(joined, count, unit);
        }

        foreach (var unit in _text[second])
        {
            count += Append(joined, count, unit);
        }

        AddWord(joined[..count], first.Start.Value, second.End.Value - first.Start.Value);
    }

    private void AddPart(Range part)
    {
        var (start, length) = (part.Start.Value, part.End.Value - part.Start.Value);
        Span<char> term = stackalloc char[TermScanner<TSink>.MaxTermLength];
        var count = 0;
        for (var i = start; i < start + length && count < term.Length; i++)
        {
            count += Append(term, count, _text[i]);
        }

        AddWord(term[..count], start, length);
        if (count < 8 || term[..count].ContainsAnyExcept(HexDigits))
        {
            AddPieces(start, length);
        }
    }

    // iPhone14 is also phone and 14; AquaLine is aqua and line.
    private void AddPieces(int start, int length)
    {
        Span<int> borders = stackalloc int[MaxTransitions + 2];
        var count = 1;
        for (var i = 1; i < length; i++)
        {
            var (before, after) = (_text[start + i - 1], _text[start + i]);
            var digits = CharacterTable.ClassOf(before) == CharacterClass.Digit;
            if (digits == (CharacterTable.ClassOf(after) == CharacterClass.Digit) && !(char.IsLower(before) && char.IsUpper(after)))
            {
                continue;
            }

            if (count > MaxTransitions)
            {
                return;
            }

            borders[count++] = i;
        }

        borders[count] = length;
        if (count == 1)
        {
            return;
        }

        Span<char> term = stackalloc char[TermScanner<TSink>.MaxTermLength];
        for (var piece = 0; piece < count; piece++)
        {
            var (from, to) = (start + borders[piece], start + borders[piece + 1]);
            if (to - from == 1 && CharacterTable.ClassOf(_text[from]) != CharacterClass.Digit)
            {
                continue;
            }

            var units = 0;
            for (var i = from; i < to && units < term.Length; i++)
            {
                units += Append(term, units, _text[i]);
            }

            AddWord(term[..units], from, to - from);
        }
    }

    private void AddWord(Span<char> folded, int start, int length)
    {
        if (folded.IsEmpty || StopWords.Contains(folded))
        {
            return;
        }

        var stem = folded.ContainsAnyExceptInRange('a', 'z') ? LightStemmer.Stem(folded) : folded[..PorterStemmer.Stem(folded)];
        _sink.Add(stem, start, length);
    }

    // Some letters are two when folded; what does not fit is left out.
    private static int Append(Span<char> term, int count, char unit)
    {
        if (count >= term.Length)
        {
            return 0;
        }

        var second = unit switch { 'ß' or 'ẞ' => 's', 'æ' or 'Æ' or 'œ' or 'Œ' => 'e', 'þ' or 'Þ' => 'h', _ => '\0' };
        if (second != '\0')
        {
            term[count] = unit switch { 'ß' or 'ẞ' => 's', 'æ' or 'Æ' => 'a', 'œ' or 'Œ' => 'o', _ => 't' };
            if (count + 1 == term.Length)
            {
                return 1;
            }

            term[count + 1] = second;
            return 2;
        }

        var folded = CharacterTable.Fold(unit);
        if (folded == '\0')
        {
            return 0;
        }

        term[count] = folded is '\u2010' or '\u2011' ? '-' : folded == '\u2019' ? '\'' : folded;
        return 1;
    }
}
