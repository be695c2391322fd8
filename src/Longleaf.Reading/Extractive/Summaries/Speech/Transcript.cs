using System.Text;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>Tells whether a document is speech written down, by cheap traits of samples of it.</summary>
internal static class Transcript
{
    private const int SampleBytes = 12 * 1024;
    private const int Samples = 3;
    private const int MinTurns = 8;

    /// <summary>Whether lines of the document begin with speakers who come again, or its words are those of speech.</summary>
    public static bool Is(ReadableDocument document)
    {
        var (lines, turns, words) = (0, new Dictionary<string, int>(StringComparer.Ordinal), new StringBuilder());
        foreach (var text in Sample(document))
        {
            words.Append(text);
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                if (line.IsWhiteSpace())
                {
                    continue;
                }

                lines++;
                if (SpeakerLabel.Find(line) is { } label)
                {
                    turns[label.Name] = turns.GetValueOrDefault(label.Name) + 1;
                }
            }
        }

        // Speakers come again and again; the keys of a form come once each.
        var (said, speakers) = (turns.Values.Where(count => count > 1).Sum(), turns.Values.Count(count => count > 1));
        return (said >= MinTurns && speakers > 1 && said * 3 > lines && turns.Count * 2 <= turns.Values.Sum()) || SpokenStyle.IsSpoken(words.ToString());
    }

    private static IEnumerable<string> Sample(ReadableDocument document)
    {
        var bytes = document.Text.Bytes;
        var samples = bytes <= Samples * SampleBytes ? 1 : Samples;
        for (var i = 0; i < samples; i++)
        {
            var start = i * (bytes / samples);
            var length = (int)(samples == 1 ? bytes : SampleBytes);
            yield return Encoding.UTF8.GetString(document.Text.Slice(start, length));
        }
    }
}
