using System.Text;
using Longleaf.Documents;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Index;

public sealed class PassageSearchTests
{
    private static readonly DocumentInfo Info = new() { Format = DocumentFormat.PlainText };

    [Fact]
    public void The_passage_that_says_it_comes_first_in_either_language()
    {
        var english = Document("a", "manual.txt", "The kettle boils water in two minutes.", "The toaster has four slots and weighs 2.5 kg.");
        var chinese = Document("b", "合同.txt", "本合同自签字之日起生效。", "违约金为合同总额的百分之五。");
        var search = new PassageSearch([english, chinese]);

        Assert.Contains("toaster", Best(search, "How much do toasters weigh?"), StringComparison.Ordinal);
        Assert.Contains("百分之五", Best(search, "违约金是多少？"), StringComparison.Ordinal);
        Assert.Contains("百分之五", Best(search, "额"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_passage_is_a_run_of_the_canonical_text()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 400).Select(i => $"Paragraph {i} speaks of thing number {i * 7} at some length, so it does."));
        var document = Document("a", "long.txt", text.Split("\n\n"));
        var whole = Encoding.UTF8.GetBytes(text);

        Assert.True(document.Segment.PassageCount > 20);
        Assert.All(document.Segment.Passages(), passage =>
            Assert.Equal(Encoding.UTF8.GetString(whole, (int)passage.ByteStart, passage.ByteLength), document.ReadPassage(passage)));
    }

    private static ReadableDocument Document(string id, string name, params string[] paragraphs) =>
        ReadableDocument.FromBlocks(id, name, Info, paragraphs.Select(text => new Block { Kind = BlockKind.Paragraph, Text = text }));

    private static string Best(PassageSearch search, string question)
    {
        var terms = TextAnalyzer.Analyze(question).Select(term => new WeightedTerm(term.Term, 1)).ToList();
        var hit = search.Search(terms, 1, TestContext.Current.CancellationToken)[0];
        return search.Documents[hit.Document].ReadPassage(hit.Passage);
    }
}
