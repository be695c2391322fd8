using Longleaf.Documents;
using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Tests.Scoring;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("🚰 The first paragraph.\n\nThe pump weighs 12 kg. It is red.\n", "How heavy is the pump?")]
    [InlineData("第一段没有答案。\n\n水泵重量为十二公斤。它是红色的。\n", "水泵的重量是多少？")]
    public async Task A_quote_is_verbatim_where_it_stands_and_nowhere_else(string text, string question)
    {
        var document = TextDocuments.Parse("pump.txt", text);
        var answer = await ReaderClient.AskAsync([document], question, TestContext.Current.CancellationToken);

        var citation = Assert.Single(answer.Citations);
        Assert.True(Quotation.IsVerbatim(citation, [document]));
        Assert.False(Quotation.IsVerbatim(citation with { Start = citation.Start + 1, End = citation.End + 1 }, [document]));
        Assert.False(Quotation.IsVerbatim(citation with { End = citation.End + 1 }, [document]));
        Assert.False(Quotation.IsVerbatim(citation with { Quote = citation.Quote + "!", End = citation.End + 1 }, [document]));
        Assert.False(Quotation.IsVerbatim(citation with { DocumentId = "another" }, [document]));
        Assert.False(Quotation.IsVerbatim(citation with { Start = 1_000_000, End = 1_000_000 + citation.End - citation.Start }, [document]));
        Assert.Equal(DocumentFormat.PlainText, document.Info.Format);
    }
}
