namespace Longleaf.Documents.Text;

/// <summary>
/// The tables of <see cref="Nfc"/>, from the embedded extract of the Unicode Character Database. Plain arrays: dictionaries over numbers and
/// pairs are compiled anew in each process, which takes longer than most documents.
/// </summary>
internal sealed class NormalizationData
{
    private const int FirstForm = 0xFB00;
    private const int LastForm = 0xFEFC;

    // A power of two over twice the composites, so that a search in it is short.
    private const int CompositeSlots = 2048;

    // Ranges of code points of one combining class, in order.
    private readonly List<int> _classStarts = [];
    private readonly List<int> _classEnds = [];
    private readonly List<int> _classValues = [];

    // Canonical decompositions, one step, in order of the code points.
    private readonly List<int> _composites = [];
    private readonly List<int> _firsts = [];
    private readonly List<int> _seconds = [];

    // Places of primary composites in the lists above, plus 1, by their parts.
    private readonly int[] _slots = new int[CompositeSlots];
    private readonly string?[] _forms = new string?[LastForm - FirstForm + 1];

    private NormalizationData(ReadOnlySpan<byte> table)
    {
        var excluded = new List<int>();
        while (table.Length > 0)
        {
            var end = table.IndexOf((byte)'\n');
            var line = end < 0 ? table : table[..end];
            table = end < 0 ? [] : table[(end + 1)..];
            if (line.Length > 0)
            {
                Add(line, excluded);
            }
        }

        MarkRestless(excluded);
    }

    public static NormalizationData Instance { get; } = Load();

    /// <summary>UTF-16 units that a text in NFC may not hold, or may hold only in some places.</summary>
    public bool[] NeedsWork { get; } = new bool[0x10000];

    /// <summary>The combining class of a code point.</summary>
    public byte ClassOf(int code)
    {
        var place = _classStarts.BinarySearch(code);
        place = place < 0 ? ~place - 1 : place;
        return place >= 0 && code <= _classEnds[place] ? (byte)_classValues[place] : (byte)0;
    }

    /// <summary>Takes a code point apart, one step.</summary>
    /// <param name="code">The code point.</param>
    /// <param name="first">Its first part.</param>
    /// <param name="second">Its second; 0 if it has but one.</param>
    /// <returns>Whether it comes apart.</returns>
    public bool TryDecompose(int code, out int first, out int second)
    {
        var place = _composites.BinarySearch(code);
        (first, second) = place < 0 ? (0, 0) : (_firsts[place], _seconds[place]);
        return place >= 0;
    }

    /// <summary>The primary composite of two code points; 0 if there is none.</summary>
    public int Compose(int first, int second)
    {
        for (var slot = Slot(first, second); _slots[slot] != 0; slot = (slot + 1) % CompositeSlots)
        {
            var place = _slots[slot] - 1;
            if (_firsts[place] == first && _seconds[place] == second)
            {
                return _composites[place];
            }
        }

        return 0;
    }

    /// <summary>The text that a ligature or presentation form stands for; <see langword="null"/> for any other unit.</summary>
    public string? FormOf(char unit) => unit is >= (char)FirstForm and <= (char)LastForm ? _forms[unit - FirstForm] : null;

    private void Add(ReadOnlySpan<byte> line, List<int> excluded)
    {
        var rest = line[1..];
        switch (line[0])
        {
            case (byte)'C':
                _classStarts.Add(Next(ref rest));
                _classEnds.Add(Next(ref rest));
                _classValues.Add(Next(ref rest, 10));
                break;
            case (byte)'D':
                _composites.Add(Next(ref rest));
                _firsts.Add(Next(ref rest));
                _seconds.Add(Next(ref rest));
                break;
            case (byte)'X':
                excluded.Add(Next(ref rest));
                break;
            case (byte)'K':
                var code = Next(ref rest);
                var text = "";
                while (Next(ref rest) is > 0 and var part)
                {
                    text += char.ConvertFromUtf32(part);
                }

                _forms[code - FirstForm] = text;
                break;
            default:
                break;
        }
    }

    private void MarkRestless(List<int> excluded)
    {
        for (var range = 0; range < _classStarts.Count; range++)
        {
            for (var code = _classStarts[range]; code <= _classEnds[range]; code++)
            {
                Mark(code, true);
            }
        }

        excluded.Sort();
        for (var place = 0; place < _composites.Count; place++)
        {
            Mark(_composites[place], true);
            if (_seconds[place] != 0 && excluded.BinarySearch(_composites[place]) < 0)
            {
                AddComposite(place);
                Mark(_seconds[place], true);
            }
        }

        // A composed character that stays whole under NFC needs no work on its own account.
        foreach (var entry in _slots)
        {
            if (entry != 0)
            {
                var composite = _composites[entry - 1];
                Mark(composite, ClassOf(composite) != 0);
            }
        }

        Array.Fill(NeedsWork, true, 0xD800, 0x800);
        Array.Fill(NeedsWork, true, 0x1100, 0x100);
    }

    private void Mark(int code, bool needsWork)
    {
        if (code <= char.MaxValue)
        {
            NeedsWork[code] = needsWork;
        }
    }

    private void AddComposite(int place)
    {
        var slot = Slot(_firsts[place], _seconds[place]);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) % CompositeSlots;
        }

        _slots[slot] = place + 1;
    }

    private static int Slot(int first, int second) => (int)(((((uint)first * 31) + (uint)second) * 2654435769u) >> 21);

    // The next number of a line; 0 at its end.
    private static int Next(ref ReadOnlySpan<byte> line, int radix = 16)
    {
        line = line.TrimStart((byte)' ');
        var (value, length) = (0, 0);
        for (; length < line.Length && char.IsAsciiHexDigit((char)line[length]); length++)
        {
            // The low half of a letter counts from 1.
            value = (value * radix) + (line[length] & 0xF) + (line[length] > '9' ? 9 : 0);
        }

        line = line[length..];
        return value;
    }

    private static NormalizationData Load()
    {
        using var stream = typeof(NormalizationData).Assembly.GetManifestResourceStream("Normalization.txt")!;
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return new NormalizationData(table);
    }
}
