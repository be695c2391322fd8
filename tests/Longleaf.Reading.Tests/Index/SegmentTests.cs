using CsCheck;
using Longleaf.Documents;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Index;

public sealed class SegmentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("longleaf-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_segment_of_a_file_is_that_of_memory()
    {
        var bytes = Build(Blocks(300));
        File.WriteAllBytes(Path(), bytes);
        using var mapped = Segment.Open(Path());
        using var held = Segment.FromMemory(bytes);
        mapped.Verify();

        Assert.Equal(held.Passages(), mapped.Passages());
        Assert.Equal((held.TermCount, held.Tokens), (mapped.TermCount, mapped.Tokens));
        Assert.True(mapped.PassageCount > 10);
    }

    [Fact]
    public void Any_changed_byte_is_found()
    {
        var bytes = Build(Blocks(40));
        Gen.Int[0, bytes.Length - 1].Select(Gen.Int[1, 255]).Sample((at, change) =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= (byte)change;
            Assert.Throws<InvalidDataException>(() =>
            {
                using var segment = Segment.FromMemory(damaged);
                segment.Verify();
            });
        });
    }

    [Fact]
    public void A_segment_that_is_cut_off_or_empty_is_damaged()
    {
        var bytes = Build(Blocks(40));
        foreach (var length in (int[])[0, 1, 63, 64, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(Path(), bytes[..length]);
            Assert.Throws<InvalidDataException>(() => Segment.Open(Path()));
        }

        Assert.Throws<FileNotFoundException>(() => Segment.Open(Path() + ".none"));
    }

    [Fact]
    public void A_damaged_segment_that_nobody_verified_cannot_do_worse_than_throw()
    {
        // What Verify would refuse, read all the same: no crash, no endless loop, no read out of bounds.
        var document = ReadableDocument.FromBlocks("a", "a.txt", Info(), Blocks(200));
        var bytes = Build(Blocks(200));
        var terms = TextAnalyzer.Analyze("thing number paragraph 7 speaks 的").Select(term => new WeightedTerm(term.Term, 1)).ToList();
        Gen.Int[0, bytes.Length - SegmentFormat.FooterBytes - 1].Select(Gen.Byte).Array[1, 20].Sample(changes =>
        {
            var damaged = (byte[])bytes.Clone();
            foreach (var (at, value) in changes)
            {
                damaged[at] = value;
            }

            using var segment = Segment.FromMemory(damaged);
            try
            {
                Assert.All(segment.FindTitle(TitleTable.KeysOf("Paragraph 7")[0], 4), passage => Assert.InRange(passage, 0, segment.PassageCount - 1));
                var cursor = new PostingCursor();
                for (var term = 0; term < segment.TermCount; term++)
                {
                    segment.FindTerm(segment.TermText(term));
                    cursor.Open(segment, new TermPostings(term, 1, segment.DocumentFrequency(term)), 1, new Bm25(100));
                    cursor.AddScores(0, segment.PassageCount, new double[segment.PassageCount], new ulong[(segment.PassageCount / 64) + 1]);
                }
            }
            catch (InvalidDataException)
            {
            }
        });
        Assert.NotEmpty(new PassageSearch([document]).Search(terms, 5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Tokens_are_those_of_the_canonical_text()
    {
        var piece = Gen.OneOf(Gen.String[Gen.Char["abc .,\n#|-`"], 1, 60], Gen.String[Gen.Char["天地。，\n "], 1, 40], Gen.Const("for (;;)\n    x();"), Gen.Const("    indented"));
        Gen.Select(piece, Gen.Enum<BlockJoin>()).Array[1, 20].Sample(parts =>
        {
            using var text = new MemoryStream();
            var writer = new CanonicalTextWriter(text);
            var builder = new SegmentBuilder();
            foreach (var (block, join) in parts)
            {
                builder.Add(writer.Append(new Block { Kind = BlockKind.Paragraph, Text = block, Join = join }));
            }

            var whole = System.Text.Encoding.UTF8.GetString(text.ToArray());
            Assert.Equal(TokenCounter.Shared.Count(whole), builder.Complete(Stream.Null).Tokens);
        });
    }

    [Fact]
    public void Passages_are_of_the_size_they_are_said_to_be_and_overlap()
    {
        using var segment = Segment.FromMemory(Build(Blocks(600)));
        var passages = segment.Passages().ToList();

        Assert.All(passages.SkipLast(1), passage => Assert.InRange(passage.Tokens, 96, 192));
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.Second.ByteStart > pair.First.ByteStart));
        Assert.Contains(passages.Zip(passages.Skip(1)), pair => pair.Second.ByteStart < pair.First.ByteStart + pair.First.ByteLength);
        Assert.All(passages, passage => Assert.Equal(passage.Number, segment.FindPassage(passage.ByteStart)));
        Assert.Equal(-1, segment.FindPassage(-1));
    }

    [Fact]
    public void The_head_of_a_table_finds_its_later_rows()
    {
        var rows = Enumerable.Range(1, 400).Select(i => $"| P-{i:000} | {i * 3} | {(i % 2 == 0 ? "green" : "blue")} |");
        var blocks = new List<Block> { new() { Kind = BlockKind.Table, Text = "| Part | Voltage | Colour |\n|---|---|---|" } };
        blocks.AddRange(rows.Chunk(50).Select(chunk => new Block { Kind = BlockKind.Table, Text = string.Join('\n', chunk), Join = BlockJoin.Line }));
        var document = ReadableDocument.FromBlocks("a", "parts.csv", Info(), blocks);
        var terms = TextAnalyzer.Analyze("voltage of P-377").Select(term => new WeightedTerm(term.Term, 1)).ToList();

        var hit = new PassageSearch([document]).Search(terms, 1, TestContext.Current.CancellationToken)[0];

        Assert.Contains("| P-377 | 1131 |", document.ReadPassage(hit.Passage), StringComparison.Ordinal);
        Assert.Equal(Math.Log(1 + (0.5 / (document.Segment.PassageCount + 0.5))), new PassageSearch([document]).InverseDocumentFrequency("voltag"), 1e-9);
    }

    [Fact]
    public void A_passage_is_found_by_the_headings_above_it_and_the_name_of_its_document()
    {
        Block[] Section(string heading, string body) =>
            [new() { Kind = BlockKind.Heading, Level = 2, Text = "## " + heading }, new() { Kind = BlockKind.Paragraph, Text = string.Concat(Enumerable.Repeat(body, 12)) }];
        var manual = ReadableDocument.FromBlocks(
            "a", "AquaLine 900.md", Info(), [.. Section("Warranty", "It lasts for three years and covers all parts. "), .. Section("Noise", "It reaches 72 dB at full speed and less else. ")]);
        var other = ReadableDocument.FromBlocks("b", "AquaLine 700.md", Info(), Section("Warranty", "It lasts for two years and covers few parts. "));
        var search = new PassageSearch([manual, other]);
        var terms = TextAnalyzer.Analyze("AquaLine 900 warranty").Select(term => new WeightedTerm(term.Term, 1)).ToList();

        var hit = search.Search(terms, 1, TestContext.Current.CancellationToken)[0];

        Assert.Equal(0, hit.Document);
        Assert.Contains("three years", manual.ReadPassage(hit.Passage), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_document_has_an_empty_segment()
    {
        using var segment = Segment.FromMemory(Build([]));
        segment.Verify();

        Assert.Equal((0, 0, 0L), (segment.PassageCount, segment.TermCount, segment.Tokens));
    }

    private static DocumentInfo Info() => new() { Format = DocumentFormat.PlainText };

    private static IEnumerable<Block> Blocks(int count) => Enumerable.Range(0, count).Select(i => new Block
    {
        Kind = BlockKind.Paragraph,
        Text = $"Paragraph {i} speaks of thing number {i * 7}, at some length. 第{i}段说的是第{i * 7}件东西的事。",
    });

    private static byte[] Build(IEnumerable<Block> blocks)
    {
        var writer = new CanonicalTextWriter(Stream.Null);
        var builder = new SegmentBuilder("a.txt");
        foreach (var block in blocks)
        {
            builder.Add(writer.Append(block));
        }

        using var output = new MemoryStream();
        builder.Complete(output);
        return output.ToArray();
    }

    private string Path() => System.IO.Path.Combine(_folder.FullName, "segment");
}
