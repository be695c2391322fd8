using System.Text;

namespace Longleaf.Documents;

/// <summary>A document's canonical text, UTF-8, mapped into memory or held in it; read by byte offset.</summary>
public sealed class CanonicalText : IDisposable
{
    private readonly MappedBytes _bytes;
    private readonly Action<long, int>? _watcher;

    private CanonicalText(MappedBytes bytes, Action<long, int>? watcher = null) => (_bytes, _watcher) = (bytes, watcher);

    /// <summary>Its length in bytes.</summary>
    public long Bytes => _bytes.Length;

    /// <summary>Maps a file; it must not change while open.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CanonicalText Open(string path) => new(MappedBytes.Open(path));

    /// <summary>Holds text in memory; the array is not copied.</summary>
    public static CanonicalText FromMemory(byte[] utf8) => new(MappedBytes.FromMemory(utf8));

    /// <summary>The bytes of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the text.</exception>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        _watcher?.Invoke(start, length);
        return _bytes.Slice(start, length);
    }

    /// <summary>The same text, telling what is read of it; it does not own the bytes: whoever opened this closes this.</summary>
    /// <param name="watcher">Told the start and the length, in bytes, of each range before it is read.</param>
    public CanonicalText Watched(Action<long, int> watcher) => new(_bytes, watcher);

    /// <summary>The text of a range of bytes, which must start and end on code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the text.</exception>
    public string Read(long start, int length) => Encoding.UTF8.GetString(Slice(start, length));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_watcher is null)
        {
            _bytes.Dispose();
        }
    }
}
