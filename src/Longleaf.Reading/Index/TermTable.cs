using System.Numerics;

namespace Longleaf.Reading.Index;

/// <summary>The distinct terms of a segment being built, numbered from 0 in order of appearance.</summary>
/// <remarks>Open addressing over one run of characters: 8 bytes and the term's own characters each, no object per term.</remarks>
internal sealed class TermTable
{
    private int[] _slots = new int[1024]; // term + 1; 0 is free
    private (int Start, uint Hash)[] _terms = new (int, uint)[512];
    private char[] _characters = new char[8 * 1024];
    private int _used;

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>A term by its number.</summary>
    public ReadOnlySpan<char> this[int term] => _characters.AsSpan(_terms[term].Start.._terms[term + 1].Start);

    /// <summary>The number of a term, which is added if it is new.</summary>
    public int Add(ReadOnlySpan<char> term)
    {
        // Seeded anew in each process: no document can be written to collide.
        var hash = (uint)string.GetHashCode(term);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var known = _slots[slot] - 1;
            if (_terms[known].Hash == hash && this[known].SequenceEqual(term))
            {
                return known;
            }
        }

        _slots[slot] = Append(term, hash) + 1;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return Count - 1;
    }

    private int Append(ReadOnlySpan<char> term, uint hash)
    {
        if (Count + 2 > _terms.Length)
        {
            Array.Resize(ref _terms, _terms.Length * 2);
        }

        while (_used + term.Length > _characters.Length)
        {
            Array.Resize(ref _characters, _characters.Length * 2);
        }

        term.CopyTo(_characters.AsSpan(_used));
        _terms[Count] = (_used, hash);
        _used += term.Length;
        _terms[++Count].Start = _used;
        return Count - 1;
    }

    private void Rehash()
    {
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)_slots.Length * 2)];
        for (var term = 0; term < Count; term++)
        {
            var slot = (int)(_terms[term].Hash & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = term + 1;
        }
    }
}
