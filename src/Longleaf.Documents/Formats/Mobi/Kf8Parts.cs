using System.Buffers.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>Puts the files of a KF8 book together again: its markup is one run of skeletons, each followed by the fragments that belong into it.</summary>
internal sealed class Kf8Parts
{
    private const int FragmentCountTag = 1;
    private const int PlaceTag = 6;

    // Fragments follow each other; where one goes into another, what moves is bounded.
    private const long MaxMovedBytes = 1L << 30;

    private readonly List<BookPart> _parts = [];
    private readonly List<Fragment> _fragments = [];
    private long _moved;
    private long _assembled;

    public IReadOnlyList<BookPart> Parts => _parts;

    /// <param name="database">The records.</param>
    /// <param name="header">The KF8 part's header.</param>
    /// <param name="raw">The unpacked text.</param>
    public static Kf8Parts Read(PalmDatabase database, MobiHeader header, ReadOnlyMemory<byte> raw)
    {
        var parts = new Kf8Parts();
        var markup = FirstFlow(database, header, raw);
        if (header.SkeletonIndex < 0)
        {
            parts._parts.Add(new BookPart(markup));
            return parts;
        }

        var fragments = header.FragmentIndex < 0 ? [] : MobiIndex.Read(database, header.FragmentIndex).Entries;
        var next = 0;
        var end = 0;
        foreach (var skeleton in MobiIndex.Read(database, header.SkeletonIndex).Entries)
        {
            var count = skeleton.Required(FragmentCountTag);
            if (count > fragments.Count - next)
            {
                throw MobiDamage.In("its index names more parts than there are");
            }

            end = parts.Assemble(markup, skeleton, fragments, next, count);
            next += count;
        }

        // What no skeleton claims is text all the same.
        if (end < markup.Length)
        {
            parts._parts.Add(new BookPart(markup[end..]));
        }

        return parts;
    }

    /// <summary>The part and the place in it of a place within a fragment.</summary>
    public BookPlace? Find(int fragment, int offset) => fragment >= 0 && fragment < _fragments.Count && offset >= 0
        ? new BookPlace(_parts[_fragments[fragment].Part], (int)Math.Min(int.MaxValue, (long)_fragments[fragment].Place + offset))
        : null;

    private int Assemble(ReadOnlyMemory<byte> markup, MobiIndexEntry skeleton, IReadOnlyList<MobiIndexEntry> fragments, int first, int count)
    {
        var (start, length) = (skeleton.Required(PlaceTag), skeleton.Required(PlaceTag, 1));
        var frame = BigEndian.Slice(markup.Span, start, length);
        _assembled += length;
        var (output, used, next) = (new List<byte>(length), 0, start + length);
        for (var index = first; index < first + count; index++)
        {
            var size = fragments[index].Required(PlaceTag, 1);
            var slice = BigEndian.Slice(markup.Span, next, size);
            (next, _assembled) = (next + size, _assembled + size);
            var place = InsertPlace(fragments[index]) - start;
            var ahead = Math.Clamp(place - output.Count, 0, length - used);
            output.AddRange(frame.Slice(used, ahead));
            used += ahead;
            place = Math.Clamp(place, 0, output.Count);
            _moved += output.Count - place;
            if (_moved > MaxMovedBytes || _assembled > markup.Length)
            {
                throw MobiDamage.In("the parts of its text do not fit together");
            }

            output.InsertRange(place, slice);
            _fragments.Add(new Fragment(_parts.Count, place));
        }

        if (_assembled > markup.Length)
        {
            throw MobiDamage.In("the parts of its text overlap");
        }

        output.AddRange(frame[used..]);
        _parts.Add(new BookPart(output.ToArray()));
        return next;
    }

    private static int InsertPlace(MobiIndexEntry fragment) =>
        Utf8Parser.TryParse(fragment.Name, out int place, out _) ? place : throw MobiDamage.In("its index does not say where a part belongs");

    // Further flows are styles and drawings.
    private static ReadOnlyMemory<byte> FirstFlow(PalmDatabase database, MobiHeader header, ReadOnlyMemory<byte> raw)
    {
        if (header.FlowTable < 0 || database.Read(header.FlowTable) is not { Length: >= 20 } table || !table.AsSpan().StartsWith("FDST"u8))
        {
            return raw;
        }

        var (start, end) = (BigEndian.Int32(table, 12), BigEndian.Int32(table, 16));
        return start <= end && end <= raw.Length ? raw[start..end] : throw MobiDamage.In("its text ends too early");
    }

    private sealed record Fragment(int Part, int Place);
}
