using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>A wording that shows what is asked for.</summary>
/// <param name="Pattern">The wording.</param>
/// <param name="Type">What it asks for.</param>
/// <param name="Dimension">What a measure measures.</param>
/// <param name="Words">Words that a value of the type answers by itself.</param>
internal sealed record AnswerTypeRule(Regex Pattern, AnswerType Type, Dimension Dimension, string[] Words);
