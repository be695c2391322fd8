namespace Longleaf.Documents.Formats.Zip;

/// <summary>An inflating part of a package: counts what comes out, as the sizes that headers declare may lie.</summary>
internal sealed class PartStream(Stream inflating, string part, long packedBytes, InflationBudget budget) : ForwardStream
{
    private long _bytes;

    public override long Position { get => _bytes; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = inflating.Read(buffer);
        _bytes += count;
        budget.Spend(part, _bytes, packedBytes);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflating.Dispose();
        }

        base.Dispose(disposing);
    }
}
