namespace Longleaf.Documents.Formats.Csv;

/// <summary>Text that was read already, then the rest of it.</summary>
internal sealed class PrefixedReader(string start, TextReader rest) : TextReader
{
    private int _position;

    public override int Read(char[] buffer, int index, int count)
    {
        if (_position == start.Length)
        {
            return rest.Read(buffer, index, count);
        }

        var taken = Math.Min(count, start.Length - _position);
        start.CopyTo(_position, buffer, index, taken);
        _position += taken;
        return taken;
    }

    public override int Read() => _position < start.Length ? start[_position++] : rest.Read();

    public override int Peek() => _position < start.Length ? start[_position] : rest.Peek();
}
