namespace Longleaf.Documents.Text;

/// <summary>Characters being gathered, in one run: what <see cref="System.Text.StringBuilder"/> is, without chunks, and to be looked at as a span.</summary>
internal sealed class TextBuffer
{
    private char[] _units = new char[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _units.AsSpan(0, Length);

    public void Append(char unit)
    {
        if (Length == _units.Length)
        {
            Array.Resize(ref _units, _units.Length * 2);
        }

        _units[Length++] = unit;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _units.Length - Length)
        {
            Array.Resize(ref _units, Math.Max(_units.Length * 2, Length + text.Length));
        }

        text.CopyTo(_units.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Goes back to a length it had.</summary>
    public void CutTo(int length) => Length = Math.Min(length, Length);

    public void Clear() => Length = 0;
}
