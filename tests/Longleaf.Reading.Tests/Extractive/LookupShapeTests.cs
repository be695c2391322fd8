namespace Longleaf.Reading.Tests.Extractive;

public sealed class LookupShapeTests
{
    private static readonly ReadableDocument Report = MarkdownBlocks.Document("report.docx", """
        # Annual report 2023 of Harbour Ferries

        Harbour Ferries runs four ferries between Oldport and the islands.

        ## Fleet

        The flagship is called Aurora and carries 412 passengers. If the wind exceeds 90 km/h, no ferry leaves the harbour.

        Reference number: HF-2023-0815
        Harbour master: Ingrid Solheim
        Opened: 4 May 1998

        ## Money

        Ticket sales were 3.2 million euros, 12.5 percent more than in the year before. Fuel cost at least 740,000 euros because the price of diesel rose.

        ## Frequently asked questions

        Can I bring a bicycle on board?

        Bicycles travel free of charge outside the rush hour.

        ## Form

        | Insured | Gabriel Diaz | Policy | POL-2022-555 |
        | --- | --- | --- | --- |
        | Boat | Aurora | Value | 9 million euros |
        | Broker | Lena Marsh | Phone | (425) 111-1111 |

        The special access code of the engine room is 7741-QX.
        """);

    [Theory]
    [InlineData("What is the reference number?", "**HF-2023-0815**. (report.docx, § Fleet)")]
    [InlineData("Who is the harbour master?", "**Ingrid Solheim**. (report.docx, § Fleet)")]
    [InlineData("When was it opened?", "**4 May 1998**. (report.docx, § Fleet)")]
    [InlineData("What is the special access code of the engine room?", "**7741-QX**. (report.docx, § Form)")]
    [InlineData("Who is the broker?", "**Lena Marsh**. (report.docx, § Form)")]
    [InlineData("What is the phone number of the broker?", "**(425) 111-1111**. (report.docx, § Form)")]
    public async Task A_value_is_answered_in_one_line(string question, string answer) =>
        Assert.Equal(answer, (await Asking.AskAsync([Report], question)).Text);

    [Theory]
    [InlineData("How much did fuel cost?", "**at least 740,000 euros**")]
    [InlineData("What were the ticket sales?", "3.2 million euros")]
    [InlineData("How many passengers does the flagship carry?", "**412 passengers**|**412**")]
    [InlineData("Can I bring a bicycle on board?", "Bicycles travel free of charge outside the rush hour.")]
    [InlineData("At what wind does no ferry leave the harbour?", "If the wind exceeds 90 km/h, no ferry leaves the harbour.")]
    [InlineData("Why did fuel cost more?", "because the price of diesel rose")]
    public async Task Bounds_units_and_conditions_are_kept(string question, string expected)
    {
        var answer = await Asking.AskAsync([Report], question);

        Assert.Contains(expected.Split('|'), value => answer.Text.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What is the name of the cook?")]
    [InlineData("How many submarines does the navy own?")]
    [InlineData("When does the swimming pool close?")]
    [InlineData("What is the warranty period of the engine?")]
    public async Task What_is_not_said_is_not_answered(string question)
    {
        var answer = await Asking.AskAsync([Report], question);

        Assert.Matches("^\\*\\*(?:The documents do not say|Not in these documents)\\.\\*\\*", answer.Text);
    }

    [Fact]
    public async Task A_brief_role_gets_one_line()
    {
        var answer = await Asking.AskAsync([Report], "Tell me about the ferries of Harbour Ferries", "Be brief.");

        Assert.DoesNotContain('\n', answer.Text);
    }

    [Fact]
    public async Task An_answer_streams_in_small_pieces_with_its_citations_before_the_end()
    {
        var events = new List<AnswerEvent>();
        var conversation = new Conversation { Documents = [Report], Turns = [new Turn(TurnAuthor.User, "How much did fuel cost?")] };
        await foreach (var said in new Longleaf.Reading.Extractive.EmbeddedReader().AnswerAsync(conversation, TestContext.Current.CancellationToken))
        {
            events.Add(said);
        }

        Assert.True(events.OfType<AnswerEvent.Delta>().Count() > 3);
        Assert.NotEmpty(events.OfType<AnswerEvent.Cited>());
        Assert.IsType<AnswerEvent.Completed>(events[^1]);
    }
}
