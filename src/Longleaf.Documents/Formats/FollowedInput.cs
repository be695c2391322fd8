namespace Longleaf.Documents.Formats;

/// <summary>
/// A document's bytes, with a look at how many have been read: the progress of readers that go through their file once, in whatever
/// order. What is read a second time counts once.
/// </summary>
internal sealed class FollowedInput : Stream
{
    private const int PageBits = 16;

    // A report is a write to a pipe: a hundred of them are enough for anybody.
    private const int Reports = 100;

    private readonly Stream _input;
    private readonly BlockSink _sink;
    private readonly bool[] _pages;
    private readonly int _step;
    private int _seen;
    private int _reported;

    public FollowedInput(Stream input, BlockSink sink)
    {
        (_input, _sink) = (input, sink);
        _pages = new bool[(input.Length >> PageBits) + 1];
        _step = Math.Max(1, _pages.Length / Reports);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _input.Length;

    public override long Position
    {
        get => _input.Position;
        set => _input.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var start = _input.Position;
        var count = _input.Read(buffer);
        if (count > 0)
        {
            Note(start, start + count - 1);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override long Seek(long offset, SeekOrigin origin) => _input.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Note(long first, long last)
    {
        for (var page = first >> PageBits; page <= last >> PageBits; page++)
        {
            if (!_pages[page])
            {
                _pages[page] = true;
                _seen++;
            }
        }

        if (_seen - _reported >= _step)
        {
            _reported = _seen;
            _sink.Progress(Math.Min((long)_seen << PageBits, Length), Length, "bytes");
        }
    }
}
