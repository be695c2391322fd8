using System.Runtime.InteropServices;

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
        var (passages, bytesRead, read, range) = (document.Segment.PassageCount, 0L, 0, 0);
        var ranges = CollectionsMarshal.AsSpan(_ranges[position]);
        foreach (var (start, end) in ranges)
        {
            bytesRead += end - start;
        }

        foreach (var passage in document.Segment.Passages())
        {
            var (start, end, covered) = (passage.ByteStart, passage.ByteStart + passage.ByteLength, 0L);
            while (range < ranges.Length && ranges[range].End <= start)
            {
                range++;
            }

            for (var at = range; at < ranges.Length && ranges[at].Start < end; at++)
            {
                covered += Math.Min(end, ranges[at].End) - Math.Max(start, ranges[at].Start);
            }

            read += covered >= PassageShare * passage.ByteLength ? 1 : 0;
        }

        var state = read == passages && passages > 0 ? CoverageState.Read : isAsked ? CoverageState.Searched : CoverageState.Skipped;
        var share = document.Text.Bytes == 0 ? 0 : Math.Min(1, (double)bytesRead / document.Text.Bytes);
        return new DocumentCoverage(
            document.Id, state, read, passages, (long)Math.Round(share * document.Segment.Tokens), document.Segment.Tokens);
    }

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
