namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Where a cell stands; rows and columns from 1.</summary>
internal readonly record struct CellReference(int Row, int Column)
{
    /// <summary>What a sheet has (ECMA-376 leaves it to programs; Excel's own limits).</summary>
    public const int MaxRows = 1_048_576;

    public const int MaxColumns = 16_384;

    /// <summary>Reads <c>B12</c>; <see langword="null"/> if it is none, or beyond what a sheet has.</summary>
    public static CellReference? Parse(ReadOnlySpan<char> text)
    {
        var (column, row, index) = (0, 0, 0);
        for (; index < text.Length && char.IsAsciiLetter(text[index]) && column <= MaxColumns; index++)
        {
            column = (column * 26) + (text[index] | 0x20) - 'a' + 1;
        }

        var letters = index;
        for (; index < text.Length && char.IsAsciiDigit(text[index]) && row <= MaxRows; index++)
        {
            row = (row * 10) + text[index] - '0';
        }

        return letters > 0 && index == text.Length && column is > 0 and <= MaxColumns && row is > 0 and <= MaxRows
            ? new CellReference(row, column)
            : null;
    }

    /// <summary>As people write it: <c>B12</c>.</summary>
    public override string ToString()
    {
        Span<char> letters = stackalloc char[4];
        var start = letters.Length;
        for (var column = Column; column > 0; column = (column - 1) / 26)
        {
            letters[--start] = (char)('A' + ((column - 1) % 26));
        }

        return string.Concat(letters[start..], Row.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
