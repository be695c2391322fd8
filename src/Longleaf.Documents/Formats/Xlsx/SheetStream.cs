namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// The XML of a sheet on its way to an <see cref="System.Xml.XmlReader"/>. Can stop behind a certain tag: as long as that one does not ask for
/// more, it has taken all bytes up to there and none beyond, and others may look at those and take some.
/// </summary>
internal sealed class SheetStream : ForwardStream
{
    // So that a mark can be found.
    private const int LeastBytes = 64;
    private const int UsualBytes = 64 * 1024;
    private const int MostBytes = 1024 * 1024;

    private readonly Stream _part;
    private byte[] _buffer;
    private byte[] _mark = [];
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <param name="part">The sheet's part; disposed with this.</param>
    /// <param name="bufferBytes">How many bytes are held to begin with.</param>
    public SheetStream(Stream part, int bufferBytes = UsualBytes) => (_part, _buffer) = (part, new byte[bufferBytes]);

    /// <summary>Whether it has stopped, and was not asked for more since.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The bytes that come next, as many as are held.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Makes it stop once, behind the next tag in which the mark stands.</summary>
    public void StopBehind(byte[] mark) => (_mark, IsStopped) = (mark, false);

    /// <summary>Takes bytes that are ahead: they do not go to the reader.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Holds more bytes than before; false at the end, and where more would be too many.</summary>
    public bool HoldMore()
    {
        if (_isEnded || (_end - _start == _buffer.Length && _buffer.Length >= MostBytes))
        {
            return false;
        }

        var held = Ahead;
        var target = held.Length == _buffer.Length ? new byte[_buffer.Length * 2] : _buffer;
        held.CopyTo(target);
        (_buffer, _start, _end) = (target, 0, held.Length);

        // As much again, so that looking anew at what is held costs no more than what comes.
        do
        {
            var count = _part.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            _isEnded = count == 0;
        }
        while (!_isEnded && _end < Math.Min(held.Length * 2, _buffer.Length));

        return _end > held.Length;
    }

    public override int Read(Span<byte> buffer)
    {
        IsStopped = false;
        if (_end - _start < LeastBytes)
        {
            HoldMore();
        }

        var given = Ahead[..Math.Min(_end - _start, buffer.Length)];
        given = _mark.Length == 0 ? given : given[..BeforeOrBehindMark(given)];
        given.CopyTo(buffer);
        _start += given.Length;
        return given.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _part.Dispose();
        }

        base.Dispose(disposing);
    }

    // A mark that lies across the end of what is asked for is kept for the next time; if that cannot be, there is no stop any more.
    private int BeforeOrBehindMark(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.IndexOf(_mark);
        var close = mark < 0 ? -1 : bytes[mark..].IndexOf((byte)'>');
        var before = mark < 0 ? bytes.Length - _mark.Length + 1 : mark;
        if (close < 0 && before > 0)
        {
            return before;
        }

        (_mark, IsStopped) = ([], close >= 0);
        return close < 0 ? bytes.Length : mark + close + 1;
    }
}
