namespace Longleaf.Documents.Formats.Pdf;

/// <summary>What one page may cost.</summary>
internal static class PageLimits
{
    /// <summary>Bytes of content, forms included: the text of a whole book is a tenth of it.</summary>
    public const long MostBytes = 256L << 20;

    public static void CheckBytes(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This PDF cannot be parsed: one of its pages expands to more than {MostBytes >> 20} MB.");
        }
    }
}
