namespace Longleaf.Documents.Formats.Csv;

/// <summary>Text whose start is known before it is read.</summary>
internal sealed class PeekedText : TextReader
{
    // Enough to see the delimiter by.
    private const int PeekedUnits = 16 * 1024;

    private readonly TextReader _rest;
    private readonly char[] _start = new char[PeekedUnits];
    private readonly int _length;
    private int _position;

    /// <param name="text">The text. Not disposed here.</param>
    public PeekedText(TextReader text)
    {
        _rest = text;
        _length = text.ReadBlock(_start);
    }

    /// <summary>The first of it that has not been read.</summary>
    public ReadOnlySpan<char> Start => _start.AsSpan(_position, _length - _position);

    /// <summary>Goes on behind some of the start.</summary>
    public void Skip(int count) => _position = Math.Min(_position + count, _length);

    public override int Read(char[] buffer, int index, int count)
    {
        if (_position == _length)
        {
            return _rest.Read(buffer, index, count);
        }

        var taken = Math.Min(count, _length - _position);
        Start[..taken].CopyTo(buffer.AsSpan(index));
        _position += taken;
        return taken;
    }
}
