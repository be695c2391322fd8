using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries.Speech;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Chooses the sentences of a summary: central ones, unlike each other, in document order.</summary>
internal static partial class SentenceSelection
{
    // Maximal marginal relevance, Carbonell and Goldstein 1998.
    private const double Relevance = 0.7;
    private const double LeadWeight = 0.7;
    private const double SectionLeadWeight = 0.2;
    private const double SaysWhatItIs = 0.5;
    private const double LoadBearing = 0.15;
    private const double LeansOnOthers = 0.35;
    private const int LeadSentences = 6;
    private const int FrontSentences = 30;

    /// <summary>The chosen sentences in document order.</summary>
    /// <param name="document">Where they stand.</param>
    /// <param name="candidates">What may be chosen.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="words">How many words (ideographs) at most; the first sentence may be longer.</param>
    /// <param name="focus">What to bring out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<Statement> Choose(ReadableDocument document, SummaryCandidates candidates, int count, int words, SummaryFocus focus, CancellationToken cancellationToken)
    {
        var sentences = candidates.Sentences;
        int[] lengths = [.. sentences.Select(sentence => SpokenStyle.Units(sentence.Text))];
        if (sentences.Count <= count && lengths.Sum() <= words)
        {
            return sentences;
        }

        var graph = new SentenceGraph([.. sentences.Select(sentence => sentence.Text)]);
        var central = candidates.IsChinese || candidates.Genre == Genre.Structured
            ? graph.ByCentroid()
            : graph.ByVotes(weighted: candidates.Genre == Genre.Dialogue, cancellationToken);
        var scores = sentences.Select((sentence, i) => central[i] + Bonus(document, candidates, i, focus)).ToArray();
        bool[] leans = [.. sentences.Select(sentence => Leans(sentence.Text))];
        var (chosen, used) = (new List<int>(), 0);

        // Of each sentence, how near the nearest chosen one is.
        var nearest = new double[sentences.Count];
        while (chosen.Count < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = Enumerable.Range(0, sentences.Count)
                .Where(i => !chosen.Contains(i) && (chosen.Count == 0 || used + lengths[i] <= words))
                .DefaultIfEmpty(-1)
                .MaxBy(i => i < 0 ? double.MinValue : (Relevance * (scores[i] - (leans[i] ? Leaning(sentences, chosen, i) : 0))) - ((1 - Relevance) * 2 * nearest[i]));
            if (next < 0)
            {
                break;
            }

            chosen.Add(next);
            used += lengths[next];
            for (var i = 0; i < nearest.Length; i++)
            {
                nearest[i] = Math.Max(nearest[i], graph.Similarity(i, next));
            }
        }

        return [.. chosen.Order().Select(i => sentences[i])];
    }

    // "It also …" reads well behind the sentence it leans on, and badly without.
    private static double Leaning(IReadOnlyList<Statement> sentences, List<int> chosen, int index) =>
        chosen.Contains(index - 1) && sentences[index].Block == sentences[index - 1].Block ? 0 : LeansOnOthers;

    private static double Bonus(ReadableDocument document, SummaryCandidates candidates, int index, SummaryFocus focus)
    {
        var sentence = candidates.Sentences[index];
        var bonus = 0.0;
        if (candidates.Genre != Genre.Dialogue && focus != SummaryFocus.Section && !sentence.IsListItem && !NumberedStart().IsMatch(sentence.Text))
        {
            bonus += index < LeadSentences ? (focus == SummaryFocus.About ? 2 : 1) * LeadWeight * (1 - ((double)index / LeadSentences)) : 0;
            bonus += index > 0 && document.Blocks[sentence.Block].Kind == BlockKind.Paragraph && candidates.Sentences[index - 1].Block < sentence.Block - 1 ? SectionLeadWeight : 0;
            bonus += document.Blocks[sentence.Block].Location.Section is [.., var title] && SummaryTitle().IsMatch(title) ? SaysWhatItIs : 0;
        }

        bonus += !AboutItself().IsMatch(sentence.Text) ? 0 : focus == SummaryFocus.About && index < FrontSentences ? 3 * SaysWhatItIs : SaysWhatItIs;
        bonus += focus == SummaryFocus.Section && Binding().IsMatch(sentence.Text) ? LoadBearing : 0;
        bonus -= sentence.IsListItem || NumberedStart().IsMatch(sentence.Text) ? LeansOnOthers : 0;
        return bonus - (sentence.Text.TrimEnd().EndsWith('?') || sentence.Text.TrimEnd().EndsWith('？') ? LeansOnOthers : 0);
    }

    [GeneratedRegex(@"^\W*(?:[0-9.]+\s*)?(?:abstract|(?:executive )?summary|introduction|overview|about|purpose|scope|摘\s*要|前\s*言|概\s*述|引\s*言|简介|导\s*言|总则)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex SummaryTitle();

    [GeneratedRegex(@"\b(?:this|the present) (?:manual|document|report|paper|agreement|contract|guide|handbook|study|article|book|policy|chapter|section|work|thesis|standard|specification|plan|proposal)\b|^(?:we|in this (?:paper|report|article|work|study),? we) (?:propose|present|describe|introduce|show|study)\b|^本(?:合同|协议|手册|文件|文|报告|指南|规定|办法|标准|书|章|研究|说明书)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutItself();

    [GeneratedRegex(@"\b(?:must|shall|may not|must not|only|within|unless|except|covers?|excluded?|void|required|entitled|at least|no later than|[0-9]+ (?:days?|months?|years?))\b|应当?|不得|必须|有权|期限|以内|[0-9]+\s?(?:日|天|年|个月|%)", RegexOptions.IgnoreCase)]
    private static partial Regex Binding();

    [GeneratedRegex(@"^\W*(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s|[$\\][a-z]*[{^_]")]
    private static partial Regex NumberedStart();

    /// <summary>Whether a sentence leans on what stands before it ("It also …").</summary>
    public static bool Leans(string sentence) => LeaningStart().IsMatch(sentence);

    [GeneratedRegex(@"^\W*(?:it|he|she|they|this|these|those|that|such|his|her|its|their|but|and|so|also|however|therefore|moreover|furthermore|thus|for example|in addition|as a result|at this point|in this case|in other words|otherwise|then|here|there|see|see also)\b|^(?:它|他|她|这|那|其|此外|但|因此|所以|例如|同时|另外|而且|然而|如图|见)", RegexOptions.IgnoreCase)]
    private static partial Regex LeaningStart();
}
