using CsCheck;
using Longleaf.Documents;

namespace Longleaf.Reading.Tests.Index;

public sealed class BlockMapTests : IDisposable
{
    private static readonly Gen<Block> AnyBlock = Gen.Select(
        Gen.Enum<BlockKind>(),
        Gen.Int[1, 6],
        Gen.Enum<BlockJoin>(),
        Gen.String[Gen.Char["abc 天地é"], 0, 30],
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 3], Gen.Int[0, 100_000]),
        (kind, level, join, text, at) => new Block
        {
            Kind = kind,
            Level = kind == BlockKind.Heading ? level : 0,
            Join = join,
            Text = text,
            Location = new Location { Page = Positive(at.Item1), Sheet = at.Item2 == 0 ? null : $"Sheet {at.Item2}", Row = Positive(at.Item3), Path = at.Item2 == 1 ? null : $"$.a[{at.Item3}].天" },
        });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("longleaf-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_written_is_read_again() => AnyBlock.Array[0, 300].Sample(blocks =>
    {
        var writer = new CanonicalTextWriter(Stream.Null);
        var placed = blocks.Select(writer.Append).ToList();
        var map = BlockMap.FromBlocks(placed);

        Assert.Equal(placed.Count, map.Count);
        for (var i = 0; i < placed.Count; i++)
        {
            var (expected, entry) = (placed[i], map[i]);
            Assert.Equal((expected.Kind, expected.Level, expected.Join), (entry.Kind, entry.Level, entry.Join));
            Assert.Equal(expected.Location.Section, entry.Location.Section);
            Assert.Equal(expected.Location with { Section = [] }, entry.Location with { Section = [] });
        }
    });

    [Fact]
    public void A_byte_is_found_in_the_block_that_holds_it() => AnyBlock.Array[1, 200].Sample(blocks =>
    {
        var writer = new CanonicalTextWriter(Stream.Null);
        var placed = blocks.Select(writer.Append).ToList();
        var map = BlockMap.FromBlocks(placed);

        Assert.Equal(-1, map.Find(-1));
        for (var at = 0L; at <= writer.Bytes; at++)
        {
            Assert.Equal(placed.FindLastIndex(block => block.Location.ByteStart <= at), map.Find(at));
        }
    });

    [Fact]
    public void A_map_of_a_file_is_read_and_a_damaged_one_refused()
    {
        var path = Path.Combine(_folder.FullName, "map");
        var writer = new CanonicalTextWriter(Stream.Null);
        var blocks = Enumerable.Range(0, 1_000).Select(i => writer.Append(new Block { Kind = i % 9 == 0 ? BlockKind.Heading : BlockKind.Paragraph, Level = i % 9 == 0 ? 1 : 0, Text = $"block {i}" })).ToList();
        using (var output = File.Create(path))
        {
            var mapWriter = new BlockMapWriter(output);
            blocks.ForEach(mapWriter.Add);
            mapWriter.Complete();
        }

        using (var map = BlockMap.Open(path))
        {
            Assert.Equal(blocks[777].Location.ByteStart, map[777].Location.ByteStart);
            Assert.Throws<ArgumentOutOfRangeException>(() => map[1_000]);
        }

        var bytes = File.ReadAllBytes(path);
        Assert.True(bytes.Length < 14 * blocks.Count);
        Gen.Int[0, bytes.Length - 1].Select(Gen.Int[1, 255]).Sample((at, change) =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= (byte)change;
            Assert.Throws<InvalidDataException>(() => BlockMap.FromMemory(damaged));
        });
        Assert.Throws<InvalidDataException>(() => BlockMap.FromMemory(bytes[..^1]));
        Assert.Throws<InvalidDataException>(() => BlockMap.FromMemory([]));
    }

    private static int? Positive(int value) => value == 0 ? null : value;
}
