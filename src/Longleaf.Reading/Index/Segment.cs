namespace Longleaf.Reading.Index;

/// <summary>A document's index: immutable, versioned, checksummed, mapped into memory. Safe for many readers at once.</summary>
public sealed class Segment : IDisposable
{
    /// <summary>The version of the format and of the analysis behind it: a segment of another version is rebuilt.</summary>
    public const int Version = 1;

    /// <summary>How many passages it has.</summary>
    public int PassageCount => throw new NotImplementedException();

    /// <summary>Maps a segment file.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version: rebuild it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Segment Open(string path) => throw new NotImplementedException(path);

    /// <summary>Opens a segment held in memory.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public static Segment FromMemory(byte[] segment) => throw new NotImplementedException(segment.Length.ToString());

    /// <summary>One passage.</summary>
    public Passage GetPassage(int number) => throw new NotImplementedException(number.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
