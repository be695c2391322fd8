using CsCheck;
using Longleaf.Documents;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Index;

public sealed class Bm25PropertyTests
{
    // Few words, so that terms are common, frequencies high and scores equal: where pruning and ties go wrong.
    private static readonly string[] Words =
    [
        "river", "stone", "kettle", "engine", "engines", "warranty", "2026", "A-17", "ann@example.org", "水壶", "合同", "违约金", "水", "壶",
        "合同总额", "猫", "mountain", "light", "dark", "orange",
    ];

    private static readonly string[] Terms =
    [
        "river", "stone", "kettl", "engin", "warranti", "2026", "a-17", "ann@example.org", "水壶", "合同", "违约", "水", "壶", "猫", "mountain", "absent", "额",
    ];

    private static readonly Gen<string> Word = Gen.Frequency((8, Gen.Int[0, 4]), (3, Gen.Int[5, Words.Length - 1])).Select(i => Words[i]);
    private static readonly Gen<string> Sentence = Word.Array[1, 25].Select(words => string.Join(' ', words) + ".");
    private static readonly Gen<string[]> Text = Sentence.Array[0, 60];
    private static readonly Gen<(string Term, double Weight)[]> Question =
        Gen.Select(Gen.Int[0, Terms.Length - 1].Select(i => Terms[i]), Gen.Double[0.1, 3]).Array[1, 9];

    [Fact]
    public void Search_finds_what_adding_up_everything_finds() =>
        Gen.Select(Text.Array[1, 6], Question, Gen.Int[1, 40]).Sample(
            (texts, question, top) =>
            {
                var documents = texts.Select((text, i) => Document($"name {i}.txt", text)).ToList();
                AssertSame(documents, question, top);
            },
            iter: 300);

    [Fact]
    public void It_finds_the_same_in_long_documents_of_many_blocks() =>
        Gen.Select(Sentence.Array[6_000, 12_000], Question, Gen.Int[1, 60]).Sample(
            (text, question, top) => AssertSame([Document("long.txt", text), Document("short.txt", text[..40])], question, top), iter: 6);

    private static void AssertSame(List<ReadableDocument> documents, (string Term, double Weight)[] question, int top)
    {
        var terms = question.Select(term => new WeightedTerm(term.Term, term.Weight)).ToList();
        var search = new PassageSearch(documents);
        var found = search.Search(terms, top, TestContext.Current.CancellationToken);
        if (search.PassageCount == 0)
        {
            Assert.Empty(found);
            return;
        }

        var brute = new BruteForce(documents);
        var expected = brute.Search(terms, top);
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Score, found[i].Score, 1e-9);

            // Scores that differ by rounding alone may change places.
            var next = i + 1 < expected.Count ? expected[i + 1].Score : 0;
            var before = i > 0 ? expected[i - 1].Score : double.MaxValue;
            if (expected[i].Score - next > 1e-9 && before - expected[i].Score > 1e-9)
            {
                Assert.Equal((expected[i].Document, expected[i].Passage), (found[i].Document, found[i].Passage));
            }
        }

        Assert.All(terms, term => Assert.Equal(brute.InverseDocumentFrequency(term.Term), search.InverseDocumentFrequency(term.Term), 1e-12));
    }

    private static ReadableDocument Document(string name, string[] sentences) => ReadableDocument.FromBlocks(
        name,
        name,
        new DocumentInfo { Format = DocumentFormat.PlainText },
        sentences.Chunk(3).Select(chunk => new Block { Kind = BlockKind.Paragraph, Text = string.Join(' ', chunk) }));
}
