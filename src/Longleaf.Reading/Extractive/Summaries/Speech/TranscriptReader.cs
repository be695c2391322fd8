using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>Reads who says what.</summary>
internal static class TranscriptReader
{
    private const int MaxSentences = 20_000;

    /// <summary>The sentences of a stretch of bytes in order; what has no label is said by whoever spoke before.</summary>
    /// <param name="document">The transcript.</param>
    /// <param name="position">Its position in the conversation.</param>
    /// <param name="byteStart">Where to start.</param>
    /// <param name="byteLength">How much to read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static List<SpokenSentence> Read(ReadableDocument document, int position, long byteStart, long byteLength, CancellationToken cancellationToken)
    {
        var (sentences, speaker, end) = (new List<SpokenSentence>(), "", Math.Min(byteStart + byteLength, document.Text.Bytes));
        for (var block = Math.Max(0, document.Blocks.Find(byteStart)); block < document.Blocks.Count && sentences.Count < MaxSentences; block++)
        {
            if ((block & 0xff) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var entry = document.Blocks[block];
            var (from, to) = (Math.Max(entry.Location.ByteStart, byteStart), Math.Min(entry.Location.ByteStart + entry.Location.ByteLength, end));
            if (entry.Location.ByteStart >= end)
            {
                break;
            }

            if (from < to && entry.Kind is not (BlockKind.Heading or BlockKind.Table or BlockKind.Code))
            {
                var text = document.Text.Read(from, (int)(to - from));
                speaker = ReadTurns(sentences, new BlockPlace(position, block, from, text), speaker);
            }
        }

        return sentences;
    }

    // Lines that begin with a speaker begin a turn; the lines after one go on with it.
    private static string ReadTurns(List<SpokenSentence> sentences, BlockPlace place, string speaker)
    {
        var (text, start) = (place.Text, 0);
        var said = 0;
        for (var line = 0; line < text.Length;)
        {
            var next = text.IndexOf('\n', line);
            next = next < 0 ? text.Length : next + 1;
            if (SpeakerLabel.Find(text.AsSpan(line, next - line).TrimEnd()) is { } label)
            {
                Add(sentences, place, start, line, speaker);
                (speaker, start) = (label.Name, line + label.Start);
            }

            said = line = next;
        }

        Add(sentences, place, start, said, speaker);
        return speaker;
    }

    private static void Add(List<SpokenSentence> sentences, BlockPlace place, int start, int end, string speaker)
    {
        foreach (var range in Sentences.Split(place.Text[start..end]))
        {
            var (offset, length) = range.GetOffsetAndLength(end - start);
            var found = new List<Statement>(1);
            place.Add(found, StatementKind.Sentence, start + offset, start + offset + length);
            foreach (var statement in found)
            {
                sentences.Add(new SpokenSentence(statement, speaker, SpokenStyle.Opening(statement.Text)));
            }
        }
    }
}
