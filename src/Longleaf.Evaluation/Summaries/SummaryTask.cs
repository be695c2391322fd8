using Longleaf.Reading;

namespace Longleaf.Evaluation.Summaries;

/// <summary>A summary that is asked for of one document, with one that people wrote.</summary>
/// <param name="Document">The document.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Reference">The summary that people wrote.</param>
internal sealed record SummaryTask(ReadableDocument Document, string Question, string Reference);
