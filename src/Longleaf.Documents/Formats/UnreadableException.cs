namespace Longleaf.Documents.Formats;

/// <summary>
/// Ends the parsing of a document from any depth, with the failure to report. Caught at one place, <see cref="DocumentParser"/>;
/// beyond it a failure is a value.
/// </summary>
internal sealed class UnreadableException(DocumentFailureCode code, string reason) : Exception(reason)
{
    public DocumentFailure Failure { get; } = new(code, reason);
}
