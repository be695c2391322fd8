using System.Buffers.Binary;
using Longleaf.Documents.Binary;

namespace Longleaf.Reading.Index;

/// <summary>The postings of all terms of a segment being built: per term a chain of slices that double, in shared pages.</summary>
/// <remarks>A posting is the distance to the passage before, and the frequency: (distance &lt;&lt; 1 | frequency is 1), then frequency unless 1.</remarks>
internal sealed class PostingsArena
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;
    private const int LinkSize = sizeof(int);
    private const int FirstSlice = 16;
    private const int LargestSlice = 4096;

    private readonly List<byte[]> _pages = [new byte[PageSize]];
    private int _pageUsed;
    private Chain[] _chains = new Chain[512];

    /// <summary>How many passages a term is in.</summary>
    public int DocumentFrequency(int term) => term < _chains.Length ? _chains[term].Count : 0;

    /// <summary>Adds a posting; passages come in order.</summary>
    public void Add(int term, int passage, int frequency)
    {
        if (term >= _chains.Length)
        {
            Array.Resize(ref _chains, Math.Max(_chains.Length * 2, term + 1));
        }

        ref var chain = ref _chains[term];
        if (chain.Count == 0)
        {
            (chain.First, chain.SliceSize) = (Allocate(FirstSlice), FirstSlice);
            (chain.At, chain.End, chain.LastPassage) = (chain.First, chain.First + FirstSlice - LinkSize, -1);
        }

        Span<byte> posting = stackalloc byte[2 * Varint.MaxBytes];
        var length = Varint.Write(posting, ((ulong)(passage - chain.LastPassage) << 1) | (frequency == 1 ? 1UL : 0));
        length += frequency == 1 ? 0 : Varint.Write(posting[length..], (ulong)frequency);
        foreach (var value in posting[..length])
        {
            if (chain.At == chain.End)
            {
                Extend(ref chain);
            }

            _pages[chain.At >> PageBits][chain.At & (PageSize - 1)] = value;
            chain.At++;
        }

        chain.Count++;
        chain.LastPassage = passage;
    }

    /// <summary>Reads a term's postings back.</summary>
    /// <param name="term">The term.</param>
    /// <param name="passages">Takes the passages; as long as <see cref="DocumentFrequency"/>.</param>
    /// <param name="frequencies">Takes the frequencies.</param>
    public void Read(int term, Span<int> passages, Span<int> frequencies)
    {
        var chain = _chains[term];
        var (at, size, passage) = (chain.First, FirstSlice, -1);
        var end = at + size - LinkSize;
        for (var i = 0; i < chain.Count; i++)
        {
            var head = Next(ref at, ref end, ref size);
            passage += (int)(head >> 1);
            (passages[i], frequencies[i]) = (passage, (head & 1) == 1 ? 1 : (int)Next(ref at, ref end, ref size));
        }
    }

    private ulong Next(ref int at, ref int end, ref int size)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            if (at == end)
            {
                at = BinaryPrimitives.ReadInt32LittleEndian(_pages[at >> PageBits].AsSpan(at & (PageSize - 1)));
                size = Math.Min(size * 2, LargestSlice);
                end = at + size - LinkSize;
            }

            var next = _pages[at >> PageBits][at & (PageSize - 1)];
            at++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private void Extend(ref Chain chain)
    {
        chain.SliceSize = Math.Min(chain.SliceSize * 2, LargestSlice);
        var next = Allocate(chain.SliceSize);
        BinaryPrimitives.WriteInt32LittleEndian(_pages[chain.End >> PageBits].AsSpan(chain.End & (PageSize - 1)), next);
        (chain.At, chain.End) = (next, next + chain.SliceSize - LinkSize);
    }

    private int Allocate(int size)
    {
        if (_pageUsed + size > PageSize)
        {
            _pages.Add(new byte[PageSize]);
            _pageUsed = 0;
        }

        var start = checked(((_pages.Count - 1) << PageBits) + _pageUsed);
        _pageUsed += size;
        return start;
    }

    private struct Chain
    {
        public int First;
        public int At;
        public int End; // where the link of the slice being filled is
        public int SliceSize;
        public int LastPassage;
        public int Count;
    }
}
