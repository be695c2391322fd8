using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Answers on which page or line, in which section or file a string stands.</summary>
internal static partial class PlaceAnswer
{
    private const int MaxPlaces = 10;

    /// <summary>The answer; <see langword="null"/> if no place of a string is asked for, or it stands nowhere.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var asked = Asks().Match(question.Text);
        if (!asked.Success || Phrase(question) is not { } phrase)
        {
            return null;
        }

        var found = ExactSearch.Find(phrase, [], scope, cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var lines = new List<AnswerLine>();
        foreach (var statement in found.Take(MaxPlaces))
        {
            var line = new LineBuilder(scope.All, question.Language).Frame(found.Count == 1 ? "" : lines.Count > 0 ? "\n- " : "- ");
            var document = scope.All[statement.Document];
            var place = Place(document, statement, phrase, asked.Groups["line"].Success, question.Language, cancellationToken);
            line.Frame("**{0}**", place).Frame(line.Phrases.Colon);
            lines.Add(line.Frame(line.Phrases.Quotation, new LineBuilder(scope.All, question.Language).Quote(statement, ..).ToLine().Text).Cite(statement, 0, statement.Text.Length).Sources().ToLine());
        }

        if (found.Count > MaxPlaces)
        {
            lines.Add(new LineBuilder(scope.All, question.Language).Frame("\n\n").Frame(Phrases.In(question.Language).More, found.Count - MaxPlaces).ToLine());
        }

        return lines;
    }

    private static string? Phrase(Question question) => question.Quoted.Count > 0 ? question.Quoted[0] : Code().Match(question.Text) is { Success: true } code ? code.Value : null;

    private static string Place(ReadableDocument document, Statement statement, string phrase, bool line, AnswerLanguage language, CancellationToken cancellationToken)
    {
        var location = document.Blocks[statement.Block].Location;
        var place = SourceLabel.Place(location, language);
        if (line || place.Length == 0)
        {
            var at = Verbatim.Find(statement.Text, phrase)?.Start.Value ?? 0;
            var number = LineOf(document, statement.ByteStart + System.Text.Encoding.UTF8.GetByteCount(statement.Text.AsSpan(0, at)), cancellationToken);
            return string.Format(CultureInfo.InvariantCulture, ExactPhrases.In(language).Line, number.ToString("N0", CultureInfo.InvariantCulture));
        }

        return place;
    }

    private static long LineOf(ReadableDocument document, long byteStart, CancellationToken cancellationToken)
    {
        const int Window = 1 << 20;
        var lines = 1L;
        for (long start = 0; start < byteStart; start += Window)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines += document.Text.Slice(start, (int)Math.Min(Window, byteStart - start)).Count((byte)'\n');
        }

        return lines;
    }

    [GeneratedRegex(@"\b(?:(?:which|what) (?:(?<line>line)|page|section|chapter|part|paragraph|file|document|place|article|clause|sheet|row)\b|where\b.{0,40}\b(?:does|do|is|are|can)\b.{0,60}\b(?:say|says|said|written|stand|stands|appear|appears|occur|occurs|mentioned|find|found|come up|stated|quoted)\b)|(?:哪|第几)(?:一)?(?:(?<line>行)|页|节|章|部分|段|处|条|个文件|份文档|里|儿)|(?:什么地方|何处)(?:提到|写|说|出现)", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b|\b(?=[A-Za-z\-_]{0,40}[0-9])[A-Za-z0-9]+(?:[\-_][A-Za-z0-9]+)+\b|\b[0-9]{5,}\b")]
    private static partial Regex Code();
}
