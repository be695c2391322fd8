using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>Tells of a transcript what was said, or what was said of a matter, turn by turn with its speakers.</summary>
internal static partial class SpeechSummary
{
    // Usual lengths, in words and in ideographs: what people write when they are asked.
    private const int MatterWords = 95;
    private const int WholeWords = 130;
    private const int ChineseWords = 170;
    private const int MostSentences = 40;

    // A transcript longer than this (about a day of talk) is read where search finds the matter, or in a spread of stretches.
    private const int WholeBytes = 1_500_000;
    private const int Stretches = 60;
    private const int Named = 12;

    /// <summary>Whether the question asks what was said, and all that it is put to are transcripts.</summary>
    /// <remarks>Looks into documents only where the question's words make it likely.</remarks>
    public static bool Answers(Question question, IReadOnlyList<ReadableDocument> documents) =>
        (question.Route == Route.Summary || (question.Route == Route.Lookup && (DiscussionWords.AskWhatWasSaid(question.Text) || (IsOpen(question.Type) && DiscussionWords.Ask(question.Text)))))
        && Asked(question, documents).All(position => Transcript.Is(documents[position]));

    /// <summary>The answer.</summary>
    public static IEnumerable<AnswerLine> Answer(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var asked = Asked(question, documents);
        for (var i = 0; i < asked.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var line in Of(question, documents, asked[i], asked.Length, i == 0, cancellationToken))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<AnswerLine> Of(Question question, IReadOnlyList<ReadableDocument> documents, int position, int count, bool isFirst, CancellationToken cancellationToken)
    {
        var document = documents[position];
        var matter = question.Carried.Length > 0 && question.Topic.Length == 0 ? DiscussionWords.Matter(question.Text + " " + question.Carried) : DiscussionWords.Matter(question.Text);
        var sentences = Read(document, position, matter, cancellationToken);
        var named = sentences.Select(sentence => sentence.Speaker).Distinct().Where(speaker => speaker.Length > 0 && Names(question.Text, speaker)).ToHashSet(StringComparer.Ordinal);
        var topic = QuestionWords.Without(matter, named);
        topic = documents.Count > 1 ? QuestionWords.Without(topic, question.DocumentWords) : topic;
        topic = Measure().Replace(topic, " ").Trim();
        var chinese = sentences.Count > 0 && QuestionLanguage.IsIdeograph(sentences[sentences.Count / 2].Statement.Text[0]);
        var words = question.Form.WordsFor(chinese ? ChineseWords : topic.Length > 0 ? MatterWords : WholeWords);
        var chosen = SpeechChoice.Choose(sentences, topic, named, words, question.Form.SentencesFor(MostSentences), cancellationToken);
        var line = new LineBuilder(documents, question.Language).Frame(isFirst ? "" : "\n\n");
        if (chosen.Count == 0)
        {
            yield return line.Frame(count > 1 ? $"**{QuotedText.FileName(document.Name)}**{line.Phrases.Colon}" : "").Frame(line.Phrases.NotHere).ToLine();
            yield break;
        }

        line.Frame(count > 1 ? $"**{QuotedText.FileName(document.Name)}**{line.Phrases.Colon}\n\n" : "");
        Turns(line, sentences, chosen, question.Form.Bullets);
        yield return (count > 1 ? line : line.Frame(line.Phrases.Source, QuotedText.FileName(document.Name))).ToLine();

        var speakers = sentences.Select(sentence => sentence.Speaker).Where(speaker => speaker.Length > 0).GroupBy(speaker => speaker).OrderByDescending(group => group.Count()).Select(group => group.Key).ToArray();
        if (topic.Length == 0 && speakers.Length > 1 && question.Form is { IsMeasured: false, Scale: >= 1 })
        {
            yield return new AnswerLine("\n\n" + line.Phrases.Speakers + string.Join(line.Phrases.Comma, speakers.Take(Named).Select(QuotedText.Inert)) + (speakers.Length > Named ? "…" : line.Phrases.Stop), []);
        }
    }

    private static List<SpokenSentence> Read(ReadableDocument document, int position, string matter, CancellationToken cancellationToken)
    {
        if (document.Text.Bytes <= WholeBytes)
        {
            return TranscriptReader.Read(document, position, 0, document.Text.Bytes, cancellationToken);
        }

        var passages = document.Segment.PassageCount;
        var scope = new ReadingScope([document], []);
        var terms = Text.TextAnalyzer.Analyze(matter).Where(term => !SpokenStyle.SaysNothing(term.Term)).Select(term => new Text.WeightedTerm(term.Term, 1)).ToArray();
        int[] found = [.. scope.Search.Search(terms, Stretches, cancellationToken).Select(hit => hit.Passage)];
        int[] chosen = found.Length > 0 ? [.. found.SelectMany(number => Enumerable.Range(number - 1, 3)).Where(number => number >= 0 && number < passages).Distinct().Order()]
            : [.. Enumerable.Range(0, 4 * Stretches).Select(i => (int)((long)i * passages / (4 * Stretches))).Distinct()];
        var (sentences, seen) = (new List<SpokenSentence>(), new HashSet<long>());
        foreach (var number in chosen)
        {
            var passage = document.Segment.GetPassage(number);
            sentences.AddRange(TranscriptReader.Read(document, position, passage.ByteStart, passage.ByteLength, cancellationToken).Where(sentence => seen.Add(sentence.Statement.ByteStart)));
        }

        return sentences;
    }

    // Turns of speakers stand each on a line of their own; talk without names is told as running text.
    private static void Turns(LineBuilder line, List<SpokenSentence> sentences, IReadOnlyList<int> chosen, bool bullets)
    {
        var speaker = "";
        for (var i = 0; i < chosen.Count; i++)
        {
            var sentence = sentences[chosen[i]];
            var begins = sentence.Speaker.Length > 0 && sentence.Speaker != speaker;
            if (begins || bullets)
            {
                line.Frame(i > 0 ? "\n- " : "- ");
                line.Frame(begins ? $"**{QuotedText.Inert(sentence.Speaker)}**{line.Phrases.Colon}" : "");
            }
            else if (i > 0)
            {
                line.Frame(QuestionLanguage.IsIdeograph(sentence.Said[0]) ? "" : " ");
            }

            speaker = sentence.Speaker;
            Say(line, sentence);
        }
    }

    // Marks of the transcription ({vocalsound}) are not what was said: the words around them are.
    private static void Say(LineBuilder line, SpokenSentence sentence)
    {
        var (text, start, first) = (sentence.Statement.Text, sentence.Start, true);
        foreach (var match in Mark().EnumerateMatches(text))
        {
            if (match.Index > start)
            {
                Piece(line, sentence, start, match.Index, ref first);
            }

            start = Math.Max(start, match.Index + match.Length);
        }

        Piece(line, sentence, start, text.Length, ref first);
        line.Stop();
    }

    private static void Piece(LineBuilder line, SpokenSentence sentence, int start, int end, ref bool first)
    {
        var text = sentence.Statement.Text;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            line.Frame(first ? (start > 0 && char.IsLower(text[start]) ? "…" : "") : char.IsLetterOrDigit(text[start]) ? " " : "").Quote(sentence.Statement, start..end);
            first = false;
        }
    }

    private static bool IsOpen(AnswerType type) => type is AnswerType.Any or AnswerType.Reason or AnswerType.Manner or AnswerType.List or AnswerType.YesNo or AnswerType.Definition;

    private static int[] Asked(Question question, IReadOnlyList<ReadableDocument> documents) => question.Documents.Count > 0 ? [.. question.Documents] : [.. Enumerable.Range(0, documents.Count)];

    // "Kirsty Williams" stands for "Kirsty Williams AM", "the Prime Minister" for "Right Hon. Justin Trudeau (Prime Minister)".
    private static bool Names(string question, string speaker) =>
        DocumentReference.Mentions(question, speaker)
        || (speaker.Split(' ') is { Length: > 2 } words && DocumentReference.Mentions(question, string.Join(' ', words[..^1])))
        || (Role().Match(speaker) is { Success: true } role && DocumentReference.Mentions(question, role.Groups["role"].Value));

    [GeneratedRegex(@"\s?(?:\{[a-z]{1,20}\}|\[(?:laughter|inaudible|crosstalk|music|noise|pause)\])\s?", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\((?<role>[^;()]{3,60})")]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:in )?(?:[0-9]{1,4}|a single|one|two|three|four|five|six|seven|eight|nine|ten)[ \-](?:short |bullet )?(?:words?|sentences?|points?|bullets?)\b|\b(?:bullet points?|bullets|briefly|shortly|in short|in detail|detailed|please)\b|用?[0-9一二两三四五六七八九十百]{1,4}个?(?:句话?|字(?:以内|左右)?|[个条]?要点)|简要|详细|简短", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();
}
