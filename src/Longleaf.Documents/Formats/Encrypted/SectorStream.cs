namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>A stream of a compound file: sectors of another stream, one after the other.</summary>
/// <param name="source">Where the sectors are.</param>
/// <param name="sectors">Their numbers.</param>
/// <param name="sectorBytes">How large one is.</param>
/// <param name="origin">Where sector 0 starts.</param>
/// <param name="length">How many bytes the stream says it has; not more than its sectors hold.</param>
internal sealed class SectorStream(Stream source, List<uint> sectors, int sectorBytes, long origin, long length)
    : ReadOnlyStream(Math.Min(length, (long)sectors.Count * sectorBytes))
{
    public override int Read(Span<byte> buffer)
    {
        var index = Position / sectorBytes;
        var within = (int)(Position % sectorBytes);
        var count = (int)Math.Min(Math.Min(buffer.Length, sectorBytes - within), Length - Position);
        if (count <= 0 || index >= sectors.Count)
        {
            return 0;
        }

        source.Position = origin + (sectors[(int)index] * (long)sectorBytes) + within;
        var read = source.Read(buffer[..count]);
        Position += read;
        return read;
    }
}
