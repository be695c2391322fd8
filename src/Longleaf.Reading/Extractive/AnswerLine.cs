using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Extractive;

/// <summary>A piece of an answer that is ready to be said.</summary>
/// <param name="Text">Its Markdown, line breaks before it included.</param>
/// <param name="Citations">The quotes it rests on.</param>
internal sealed record AnswerLine(string Text, IReadOnlyList<Citation> Citations);
