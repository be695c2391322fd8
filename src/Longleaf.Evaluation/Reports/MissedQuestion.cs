namespace Longleaf.Evaluation.Reports;

/// <summary>A question that was not answered as it should have been: what rules are mended by.</summary>
/// <param name="Task">The task or set, with its length or language.</param>
/// <param name="Verdict">How it was missed.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Expected">What was to be answered.</param>
/// <param name="Source">What the documents say; empty where that is not known.</param>
/// <param name="Answer">What was answered.</param>
public sealed record MissedQuestion(string Task, string Verdict, string Question, string Expected, string Source, string Answer);
