namespace Longleaf.Documents.Formats.Zip;

/// <summary>What the parts of a package may inflate to, one by one and together. A part that is read twice counts once.</summary>
internal sealed class InflationBudget(ParseLimits limits)
{
    // Small parts may be as repetitive as they like.
    private const long FreeOfRatio = 10_000_000;

    private readonly Dictionary<string, long> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    /// <param name="part">The part's name.</param>
    /// <param name="bytes">How many bytes of it have come out so far.</param>
    /// <param name="packedBytes">How many bytes it takes in the package.</param>
    public void Spend(string part, long bytes, long packedBytes)
    {
        _parts.TryGetValue(part, out var before);
        if (bytes <= before)
        {
            return;
        }

        _parts[part] = bytes;
        _total += bytes - before;
        var passed = bytes > limits.MaxEntryBytes ? $"{limits.MaxEntryBytes >> 20:N0} MiB in one of its parts"
            : _total > limits.MaxInflatedBytes ? $"{limits.MaxInflatedBytes >> 20:N0} MiB in all"
            : bytes > FreeOfRatio && bytes > packedBytes * limits.MaxInflationRatio ? $"{limits.MaxInflationRatio:N0} times the size of one of its parts"
            : null;
        if (passed is not null)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge, $"This document inflates to more than is read, {passed}: if it is no zip bomb, split it into smaller files.");
        }
    }
}
