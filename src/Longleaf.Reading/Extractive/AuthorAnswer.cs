using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>Answers who wrote a document from the file's own properties, where its text does not say.</summary>
internal static partial class AuthorAnswer
{
    /// <summary>The answer; <see langword="null"/> if it is not asked, or not known.</summary>
    public static AnswerLine? Find(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> asked)
    {
        if (!AsksAuthor().IsMatch(question.Text))
        {
            return null;
        }

        var phrases = Phrases.In(question.Language);
        string[] known =
        [
            .. asked.Select(position => documents[position])
                .Where(document => !string.IsNullOrWhiteSpace(document.Info.Author))
                .Take(8)
                .Select(document => string.Format(CultureInfo.InvariantCulture, phrases.FileAuthor, QuotedText.Inert(document.Info.Author!), QuotedText.Inert(document.Name))),
        ];
        return known.Length == 0 ? null : new AnswerLine(string.Join("\n", known), []);
    }

    [GeneratedRegex(@"\bwho (?:wrote|is the author|are the authors|authored|made|created)\b.{0,30}$|\bauthors?\b.{0,30}$|作者|谁写的|是谁写", RegexOptions.IgnoreCase)]
    private static partial Regex AsksAuthor();
}
