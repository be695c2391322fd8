using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>A compound file ([MS-CFB]): the streams in it, by name. Every chain of sectors is bounded by how many the file has.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int SectorsInHeader = 109;
    private const uint LastRegular = 0xFFFFFFFA;
    private const long MaxBytes = 1L << 31;

    private readonly Stream _file;
    private readonly int _sectorBytes;
    private readonly int _miniSectorBytes;
    private readonly uint _miniCutoff;
    private readonly uint[] _table;
    private readonly uint[] _miniTable;
    private readonly byte[] _directory;
    private readonly SectorStream _miniStream;

    private CompoundFile(Stream file)
    {
        _file = file;
        var header = new byte[HeaderBytes];
        file.Position = 0;
        file.ReadExactly(header);
        var (shift, miniShift) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32)));
        if (shift is not (9 or 12) || miniShift != 6 || file.Length > MaxBytes)
        {
            throw new InvalidDataException("A compound file of another version.");
        }

        (_sectorBytes, _miniSectorBytes, _miniCutoff) = (1 << shift, 1 << miniShift, Number(header, 56));
        _table = ReadTable(header);
        _directory = ReadAll(Chain(_table, Number(header, 48)));
        _miniTable = Numbers(ReadAll(Chain(_table, Number(header, 60))));
        _miniStream = _directory.Length < EntryBytes
            ? throw new InvalidDataException("A compound file without a directory.")
            : new SectorStream(file, Chain(_table, Number(_directory, 116)), _sectorBytes, _sectorBytes, SizeOf(0));
    }

    public static CompoundFile Open(Stream file) => new(file);

    /// <summary>A stream of the root storage; <see langword="null"/> if there is none of that name.</summary>
    public SectorStream? Find(string name)
    {
        for (var entry = 0; entry + EntryBytes <= _directory.Length; entry += EntryBytes)
        {
            var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(_directory.AsSpan(entry + 64));
            if (_directory[entry + 66] == 2 && nameBytes is >= 2 and <= 64
                && Encoding.Unicode.GetString(_directory, entry, nameBytes - 2).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                var (start, size) = (Number(_directory, entry + 116), SizeOf(entry));
                return size < _miniCutoff
                    ? new SectorStream(_miniStream, Chain(_miniTable, start), _miniSectorBytes, 0, size)
                    : new SectorStream(_file, Chain(_table, start), _sectorBytes, _sectorBytes, size);
            }
        }

        return null;
    }

    private long SizeOf(int entry)
    {
        var size = BinaryPrimitives.ReadInt64LittleEndian(_directory.AsSpan(entry + 120));
        // Files of 512-byte sectors may have anything in the upper half.
        return _sectorBytes == HeaderBytes ? size & 0xFFFFFFFF : Math.Max(0, size);
    }

    private uint[] ReadTable(byte[] header)
    {
        var sectors = new List<uint>();
        for (var index = 0; index < SectorsInHeader; index++)
        {
            sectors.Add(Number(header, 76 + (4 * index)));
        }

        var next = Number(header, 68);
        for (var most = _file.Length / _sectorBytes; next < LastRegular && most > 0; most--)
        {
            var further = Numbers(ReadAll([next]));
            sectors.AddRange(further.AsSpan(0, further.Length - 1));
            next = further[^1];
        }

        return Numbers(ReadAll([.. sectors.Where(sector => sector < LastRegular).Take((int)(_file.Length / _sectorBytes))]));
    }

    private static List<uint> Chain(uint[] table, uint first)
    {
        var chain = new List<uint>();
        for (var sector = first; sector < table.Length; sector = table[sector])
        {
            if (chain.Count > table.Length)
            {
                throw new InvalidDataException("A compound file whose sectors go round in a circle.");
            }

            chain.Add(sector);
        }

        return chain;
    }

    private byte[] ReadAll(List<uint> sectors)
    {
        var bytes = new byte[(long)sectors.Count * _sectorBytes];
        using var stream = new SectorStream(_file, sectors, _sectorBytes, _sectorBytes, bytes.Length);
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }

    private static uint[] Numbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Number(bytes, 4 * index);
        }

        return numbers;
    }

    private static uint Number(byte[] bytes, int place) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place));
}
