namespace Longleaf.Documents.Formats.Mobi;

/// <summary>An entry of an index.</summary>
internal sealed class MobiIndexEntry(byte[] name, IReadOnlyDictionary<int, int[]> numbers)
{
    public ReadOnlySpan<byte> Name => name;

    /// <summary>A number under a tag; <see langword="null"/> if it is not there.</summary>
    public int? Number(int tag, int position = 0) => numbers.TryGetValue(tag, out var found) && position < found.Length ? found[position] : null;

    /// <summary>A number that must be there.</summary>
    public int Required(int tag, int position = 0) => Number(tag, position) ?? throw MobiDamage.In("an entry of its index is not whole");
}
