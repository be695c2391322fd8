namespace Longleaf.Documents.Formats.Mobi;

/// <summary>What is said of books whose structure does not hold.</summary>
internal static class MobiDamage
{
    public static UnreadableException In(string part) => new(DocumentFailureCode.Malformed, $"This MOBI book is damaged or cut off: {part}.");
}
