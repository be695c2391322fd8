using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Summaries.Stories;

/// <summary>Tells of a story who it is about, where it plays, and a telling sentence of each part, in the order of the parts.</summary>
/// <remarks>A story has no central sentence: what is most alike to the rest is small talk. What is told about its people in the narrator's voice says most.</remarks>
internal static partial class StorySummary
{
    private const int Parts = 6;
    private const int PartsOfSeveral = 3;
    private const double PersonWeight = 1;
    private const double EventWeight = 0.8;
    private const double EarlyWeight = 0.5;
    private const int NamesCounted = 2;
    private const int EventsCounted = 2;
    private const int Early = 40;

    /// <summary>The lines.</summary>
    /// <param name="line">The line begun, with the document's title.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="document">The story.</param>
    /// <param name="candidates">Its sentences.</param>
    /// <param name="among">How many documents are summarised.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<AnswerLine> Lines(LineBuilder line, Question question, ReadableDocument document, SummaryCandidates candidates, int among, CancellationToken cancellationToken)
    {
        var names = StoryNames.Of(candidates.Sentences, candidates.IsChinese);
        cancellationToken.ThrowIfCancellationRequested();
        var parts = question.Form.SentencesFor(among == 1 ? Parts : among <= 6 ? PartsOfSeveral : 1);
        var chosen = Telling(candidates.Sentences, names, parts, question.Form.WordsFor(int.MaxValue / 8));
        var listed = question.Form.Bullets || (chosen.Count > 2 && !question.Form.IsMeasured);
        var named = question.Form is { IsMeasured: false } && names.People.Count > 2;
        if (named)
        {
            line.Frame(line.Phrases.People, string.Join(line.Phrases.Comma, names.People.Select(QuotedText.Inert)));
            line.Frame(names.Places.Count > 0 ? " " + string.Format(CultureInfo.InvariantCulture, line.Phrases.Places, string.Join(line.Phrases.Comma, names.Places.Select(QuotedText.Inert))) : "");
            line.Frame(listed ? "\n" : " ");
        }

        line.Frame(named && listed && chosen.Count > 0 ? "\n" + line.Phrases.InOrder : "");
        for (var i = 0; i < chosen.Count; i++)
        {
            line.Frame(listed ? (i > 0 || named || among > 1 ? "\n- " : "- ") : i > 0 && !candidates.IsChinese ? " " : "").Quote(chosen[i], ..).Stop();
            var place = listed ? SourceLabel.Place(document.Blocks[chosen[i].Block].Location, question.Language) : "";
            line.Frame(place.Length > 0 ? string.Format(CultureInfo.InvariantCulture, line.Phrases.Source, place) : "");
        }

        return [(among > 1 ? line : line.Frame(listed ? "\n\n" : "").Frame(line.Phrases.Source.TrimStart(listed ? ' ' : '\0'), QuotedText.FileName(document.Name))).ToLine()];
    }

    // Parts of the same length, and of each the sentence that says most of what somebody does.
    private static List<Statement> Telling(IReadOnlyList<Statement> sentences, StoryNames names, int parts, int words)
    {
        Statement[] told = [.. sentences.Where(sentence => IsTold(sentence.Text))];
        if (told.Length < parts)
        {
            told = [.. sentences];
        }

        var (chosen, seen, used) = (new List<Statement>(), new HashSet<string>(StringComparer.Ordinal), 0);
        for (var part = 0; part < parts; part++)
        {
            var best = told[(int)((long)part * told.Length / parts)..(int)((part + 1L) * told.Length / parts)].Where(sentence => !seen.Contains(sentence.Text)).MaxBy(sentence => Score(sentence.Text, names));
            used += best is null ? 0 : Speech.SpokenStyle.Units(best.Text);
            if (best is not null && (chosen.Count == 0 || used <= words))
            {
                chosen.Add(best);
                seen.Add(best.Text);
            }
        }

        return chosen;
    }

    private static double Score(string sentence, StoryNames names)
    {
        var named = names.People.Where(name => sentence.Contains(name, StringComparison.Ordinal)).ToArray();
        var early = named.Any(name => sentence.IndexOf(name, StringComparison.Ordinal) < Early);
        return (PersonWeight * Math.Min(NamesCounted, named.Length)) + (early ? EarlyWeight : 0)
            + (names.Places.Any(name => sentence.Contains(name, StringComparison.Ordinal)) ? EarlyWeight : 0)
            + (EventWeight * Math.Min(EventsCounted, Event().Count(sentence)));
    }

    private static bool IsTold(string sentence)
    {
        var ideographs = sentence.Count(QuestionLanguage.IsIdeograph);
        return sentence.Length + ideographs is >= 60 and <= 280 && !Spoken().IsMatch(sentence) && !SentenceSelection.Leans(sentence);
    }

    [GeneratedRegex(@"[""“”「」『』‘?？]|\b(?:said|you|your|thee|thou|thy|let|I|my|me)\b|^'|^_|[:：]")]
    private static partial Regex Spoken();

    // What turns a story: births, deaths, weddings, journeys, meetings, losses, finds.
    [GeneratedRegex(@"\b(?:born|married|wedding|died|death|killed|murder(?:ed)?|shot|left|returned|arrived|came back|set out|sailed|fled|escaped|ran away|discovered|found|learned|met|loved|fell in love|engaged|proposed|refused|decided|resolved|promised|confessed|inherited|fortune|lost|saved|rescued|fought|attacked|captured|arrested|sentenced|wrote|letter|ill|wounded|drowned|buried|appointed|sent|became|gave up|forgave|quarrel(?:led)?)\b|死|杀|娶|嫁|生了|中了|到了|来到|回到|病|打|救|逃|遇|封为|做了|发兵|攻|降|立为")]
    private static partial Regex Event();
}
