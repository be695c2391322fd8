using System.IO.Compression;

namespace Longleaf.Documents.Formats.Zip;

/// <summary>Opens the entries of a zip that stands for a document.</summary>
internal static class ZipParts
{
    /// <summary>Opens one, counted against the document's budget.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="name">Its name within the document.</param>
    /// <param name="budget">What the document's parts may inflate to.</param>
    /// <exception cref="UnreadableException">It is encrypted.</exception>
    public static PartStream Open(ZipArchiveEntry entry, string name, InflationBudget budget) => entry.IsEncrypted
        ? throw new UnreadableException(
            DocumentFailureCode.PasswordProtected, "This file is a zip that is protected by a password: unpack it, and upload the document without one.")
        : new PartStream(entry.Open(), name, entry.CompressedLength, budget);
}
