namespace Longleaf.Documents;

/// <summary>Why a document could not be read: a code for programs and one sentence for people.</summary>
/// <param name="Code">The kind of failure.</param>
/// <param name="Reason">One sentence, safe to show to the owner of the file: no exception text, no path.</param>
public sealed record DocumentFailure(DocumentFailureCode Code, string Reason);
