using System.Runtime.InteropServices;
using Longleaf.Reading.Index;

namespace Longleaf.Reading.Citations;

/// <summary>Notes which ranges of a conversation's documents are read, whoever reads them.</summary>
/// <remarks>The receipt is of what was looked at, not of what a plan meant to look at. Safe for many threads.</remarks>
internal sealed class ReadingLog
{
    // A passage counts as read when so much of it was: its neighbours share a quarter of it each.
    private const double PassageShare = 0.6;

    // Ranges are joined when so many have gathered, which bounds what is kept.
    private const int MostRanges = 4096;

    private readonly Lock _lock = new();
    private readonly List<(long Start, long End)>[] _ranges;
    private readonly int[] _joinAt;

    /// <summary>A log of documents.</summary>
    public ReadingLog(IReadOnlyList<ReadableDocument> documents)
    {
        _ranges = [.. documents.Select(_ => new List<(long, long)>())];
        _joinAt = [.. documents.Select(_ => MostRanges)];
        Documents =
        [
            .. documents.Select((document, position) => new ReadableDocument
            {
                Id = document.Id,
                Name = document.Name,
                Info = document.Info,
                Text = document.Text.Watched((start, length) => Note(position, start, length)),
                Blocks = document.Blocks,
                Segment = document.Segment,
            }),
        ];
    }

    /// <summary>The same documents; what is read of them is noted.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; }

    /// <summary>What was read so far.</summary>
    /// <param name="asked">Positions of the documents that the question is put to; none for all.</param>
    public IReadOnlyList<DocumentCoverage> Coverage(IReadOnlyCollection<int> asked)
    {
        lock (_lock)
        {
            return [.. Documents.Select((document, position) => Of(document, position, asked.Count == 0 || asked.Contains(position)))];
        }
    }

    private DocumentCoverage Of(ReadableDocument document, int position, bool isAsked)
    {
        Join(_ranges[position]);
        var (bytesRead, read) = (0L, 0);
        foreach (var (start, end) in _ranges[position])
        {
            bytesRead += end - start;
        }

        foreach (var passage in Touched(document.Segment, _ranges[position]))
        {
            read += Covered(passage, _ranges[position]) >= PassageShare * passage.ByteLength ? 1 : 0;
        }

        var passages = document.Segment.PassageCount;
        var state = read == passages && passages > 0 ? CoverageState.Read : isAsked ? CoverageState.Searched : CoverageState.Skipped;
        var share = document.Text.Bytes == 0 ? 0 : Math.Min(1, (double)bytesRead / document.Text.Bytes);
        return new DocumentCoverage(
            document.Id, state, read, passages, (long)Math.Round(share * document.Segment.Tokens), document.Segment.Tokens);
    }

    // Of a document of millions of tokens an answer reads some passages: only those are looked at.
    private static IEnumerable<Passage> Touched(Segment segment, List<(long Start, long End)> ranges)
    {
        var next = 0;
        foreach (var (start, end) in ranges)
        {
            // Passages overlap: one that began before may still go on here.
            var first = segment.FindPassage(start);
            while (first > next && EndOf(segment.GetPassage(first - 1)) > start)
            {
                first--;
            }

            for (next = Math.Max(next, first); next < segment.PassageCount && segment.GetPassage(next) is var passage && passage.ByteStart < end; next++)
            {
                yield return passage;
            }
        }
    }

    private static long Covered(Passage passage, List<(long Start, long End)> ranges)
    {
        // The first range that does not end before the passage starts.
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].End <= passage.ByteStart ? (middle + 1, high) : (low, middle);
        }

        var covered = 0L;
        for (; low < ranges.Count && ranges[low].Start < EndOf(passage); low++)
        {
            covered += Math.Min(EndOf(passage), ranges[low].End) - Math.Max(passage.ByteStart, ranges[low].Start);
        }

        return covered;
    }

    private static long EndOf(Passage passage) => passage.ByteStart + passage.ByteLength;

    private void Note(int position, long start, int length)
    {
        lock (_lock)
        {
            var ranges = _ranges[position];
            ranges.Add((start, start + length));
            if (ranges.Count >= _joinAt[position])
            {
                Join(ranges);

                // Where nothing could be joined, the next try waits until as many have come again.
                _joinAt[position] = Math.Max(MostRanges, 2 * ranges.Count);
            }
        }
    }

    private static void Join(List<(long Start, long End)> ranges)
    {
        ranges.Sort();
        var kept = 0;
        foreach (var (start, end) in CollectionsMarshal.AsSpan(ranges))
        {
            if (kept > 0 && start <= ranges[kept - 1].End)
            {
                ranges[kept - 1] = (ranges[kept - 1].Start, Math.Max(ranges[kept - 1].End, end));
            }
            else
            {
                ranges[kept++] = (start, end);
            }
        }

        ranges.RemoveRange(kept, ranges.Count - kept);
    }
}
