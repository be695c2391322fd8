namespace Longleaf.Documents.Isolation;

/// <summary>A document to be read.</summary>
/// <param name="Path">The file with its bytes.</param>
/// <param name="FileName">The name its owner gave it.</param>
/// <param name="Owner">Whose it is; <see langword="null"/> for a reader of its own.</param>
/// <param name="Limits">What it may cost.</param>
/// <param name="Memory">Learns the reader's peak.</param>
internal sealed record SessionRequest(string Path, string FileName, string? Owner, SessionLimits Limits, ReaderMemory? Memory)
{
    /// <summary>Whether its reader must not have read anything before.</summary>
    public bool NeedsUnused { get; init; }

    /// <summary>Whether its text is to come from <c>pdftotext</c> alone.</summary>
    public bool PageTextOnly { get; init; }
}
