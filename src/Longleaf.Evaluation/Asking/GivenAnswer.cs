using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive;
using Longleaf.Reading.Planning;

namespace Longleaf.Evaluation.Asking;

/// <summary>An answer as a user got it.</summary>
/// <param name="Text">Its Markdown, whole.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Elapsed">How long all of it took.</param>
internal sealed partial record GivenAnswer(string Text, IReadOnlyList<Citation> Citations, TimeSpan Elapsed)
{
    private static readonly Phrases[] Languages = [Phrases.In(AnswerLanguage.English), Phrases.In(AnswerLanguage.Chinese)];

    /// <summary>How it was told.</summary>
    public AnswerKind Kind { get; } = KindOf(Text);

    /// <summary>What it says: without the sources in brackets, without the escapes of Markdown and the marks of bold.</summary>
    public string Body { get; } = Escape().Replace(
        SourceBrackets.Remove(Text, [.. Citations.Select(citation => citation.DocumentName).Distinct()]).Replace("**", "", StringComparison.Ordinal), "$1");

    /// <summary>The first line of <see cref="Body"/> that says something.</summary>
    public string Headline => Body.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";

    /// <summary>What is set in bold, in order.</summary>
    public IReadOnlyList<string> Bold => [.. BoldRun().Matches(Text).Select(match => Escape().Replace(match.Groups["value"].Value, "$1"))];

    private static AnswerKind KindOf(string text)
    {
        // What is not said outright starts with the words of what is not said at all.
        if (Languages.Any(words => text.StartsWith(words.NotOutright, StringComparison.Ordinal)))
        {
            return AnswerKind.Near;
        }

        return text.Length == 0 || Languages.Any(words => text.StartsWith(words.NotSaid, StringComparison.Ordinal) || text.StartsWith(words.NotHere, StringComparison.Ordinal))
            ? AnswerKind.Refused
            : AnswerKind.Told;
    }

    [GeneratedRegex(@"\*\*(?<value>[^*\n]+)\*\*")]
    private static partial Regex BoldRun();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
