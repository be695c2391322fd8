namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>What the parts of a package may inflate to, one by one and together.</summary>
internal sealed class InflationBudget(ParseLimits limits)
{
    // Small parts may be as repetitive as they like.
    private const long FreeOfRatio = 10_000_000;

    private long _total;

    public void Spend(int count, long partBytes, long packedBytes)
    {
        _total += count;
        if (_total > limits.MaxInflatedBytes || partBytes > limits.MaxEntryBytes
            || (partBytes > FreeOfRatio && partBytes > packedBytes * limits.MaxInflationRatio))
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document inflates to far more than its size: it looks like a zip bomb.");
        }
    }
}
