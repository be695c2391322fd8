using System.IO.MemoryMappedFiles;
using System.Text;

namespace Longleaf.Documents;

/// <summary>A document's canonical text, UTF-8, mapped into memory or held in it; read by byte offset.</summary>
public sealed unsafe class CanonicalText : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte[]? _bytes;
    private readonly byte* _start;

    private CanonicalText(byte[] bytes)
    {
        _bytes = bytes;
        Bytes = bytes.Length;
    }

    private CanonicalText(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Bytes = length;
    }

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Maps a file; it must not change while open.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CanonicalText Open(string path)
    {
        var length = new FileInfo(path).Length;
        return length == 0
            ? new CanonicalText([])
            : new CanonicalText(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>Holds text in memory; the array is not copied.</summary>
    public static CanonicalText FromMemory(byte[] utf8) => new(utf8);

    /// <summary>The bytes of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the text.</exception>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Bytes);
        return _bytes is not null ? _bytes.AsSpan((int)start, length) : new ReadOnlySpan<byte>(_start + start, length);
    }

    /// <summary>The text of a range of bytes, which must start and end on code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the text.</exception>
    public string Read(long start, int length) => Encoding.UTF8.GetString(Slice(start, length));

    /// <inheritdoc/>
    public void Dispose()
    {
        _view?.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
        _file?.Dispose();
    }
}
