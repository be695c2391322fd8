using System.IO.MemoryMappedFiles;

namespace Longleaf.Documents;

/// <summary>Bytes that do not change: a file mapped into memory, or an array. Safe for many readers at once.</summary>
public sealed unsafe class MappedBytes : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte[]? _array;
    private byte* _start;

    private MappedBytes(byte[] array)
    {
        _array = array;
        Length = array.Length;
    }

    private MappedBytes(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        Length = length;
    }

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>Maps a whole file; it must not change while mapped.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static MappedBytes Open(string path)
    {
        // A mapping of nothing is an error to the system, and an empty file is not.
        var length = new FileInfo(path).Length;
        return length == 0
            ? new MappedBytes([])
            : new MappedBytes(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>Holds an array; it is not copied.</summary>
    public static MappedBytes FromMemory(byte[] bytes) => new(bytes);

    /// <summary>The bytes of a range. The span must not be used after <see cref="Dispose"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the bytes.</exception>
    /// <exception cref="ObjectDisposedException">The bytes are no longer mapped.</exception>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length);
        if (_array is not null)
        {
            return _array.AsSpan((int)start, length);
        }

        ObjectDisposedException.ThrowIf(_start == null, this);
        return new ReadOnlySpan<byte>(_start + start, length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_start != null)
        {
            _start = null;
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        _view?.Dispose();
        _file?.Dispose();
    }
}
