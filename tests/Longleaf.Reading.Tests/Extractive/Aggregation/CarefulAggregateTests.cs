namespace Longleaf.Reading.Tests.Extractive.Aggregation;

/// <summary>A wrong sum is worse than a quote: what a table does not surely answer is looked up.</summary>
public sealed class CarefulAggregateTests
{
    [Theory]
    [InlineData("How many orders were returned by unhappy customers?")]
    [InlineData("What is the average discount of the orders?")]
    [InlineData("How many orders came from Madrid?")]
    [InlineData("What is the total weight of the orders?")]
    [InlineData("How many employees are on parental leave?")]
    [InlineData("How many orders before April?")]
    [InlineData("How many more orders were shipped than cancelled?")]
    [InlineData("What is the total of Office Chair or shipped orders?")]
    [InlineData("What is the second highest total?")]
    [InlineData("What percentage of orders were cancelled?")]
    public async Task What_the_table_has_no_word_for_is_not_computed(string question)
    {
        var answer = await Asking.AskAsync([WrittenTables.Orders], question);

        Assert.Equal(ReadingMode.Retrieve, answer.Completed.Coverage.Mode);
        Assert.DoesNotContain("How:", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many men work here?")]
    [InlineData("How many of the employees are vegetarians?")]
    [InlineData("What does Harbour Ltd do?")]
    public async Task A_word_for_some_is_not_taken_for_all(string question) =>
        Assert.DoesNotContain("How:", (await Asking.AskAsync([WrittenTables.Staff], question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How many students are there?", "**2 different values of `姓名`.**")]
    [InlineData("一班有多少名学生？", "**1 个不同的`姓名`。**")]
    [InlineData("数学的平均分是多少？", "**80。**")]
    [InlineData("谁的数学成绩最高？", "**李娜**：90。")]
    public async Task Who_comes_in_several_rows_is_counted_once(string question, string answer)
    {
        var document = ParsedFile.Of("成绩.csv", "姓名,班级,科目,分数\n王伟,一班,数学,70\n王伟,一班,语文,85\n李娜,二班,数学,90\n李娜,二班,语文,60\n");

        Assert.StartsWith(answer, (await Asking.AskAsync([document], question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_question_names_is_still_what_is_counted() =>
        Assert.StartsWith("**4 orders, 4,503.90 EUR.**", (await Asking.AskAsync([WrittenTables.Orders, WrittenTables.Staff, WrittenTables.Invoices], "How many orders in March, and what were they worth?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_total_that_a_text_states_is_quoted() =>
        Assert.StartsWith("**20,400**", (await Asking.AskAsync([WrittenTables.Staff], "What is the total of all salaries?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Two_things_to_group_by_are_not_taken_for_one()
    {
        var answer = await Asking.AskAsync([WrittenTables.ChineseOrders], "每个客户每月的金额");

        Assert.DoesNotContain("依据", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_of_several_kinds_have_no_sum()
    {
        var document = ParsedFile.Of("loads.csv", "item,weight\nTea,4 kg\nCake,6 lb\nSoup,7 kg\n");

        Assert.DoesNotContain("How:", (await Asking.AskAsync([document], "What is the total weight?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_two_columns_is_not_guessed()
    {
        var document = ParsedFile.Of("moves.csv", "from,to,boxes\nParis,Rome,3\nRome,Paris,4\nOslo,Rome,5\n");

        Assert.DoesNotContain("How:", (await Asking.AskAsync([document], "How many boxes for Paris?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_table_tries_to_make_of_the_answer_stays_text()
    {
        var document = ParsedFile.Of("x.csv", "name,price,\"` | ![a](http://evil)\"\n\"<img src=x> [a](http://evil)\",4,1\n'); DROP TABLE rows;--,6,2\n");
        var answer = await Asking.AskAsync([document], "What is the highest price?");

        Assert.StartsWith("**6.**", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", (await Asking.AskAsync([document], "What is the lowest price?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_read_for_a_plan()
    {
        var conversation = new Conversation { Documents = [WrittenTables.Orders], Turns = [new Turn(TurnAuthor.User, "How many orders in March?")], PlanOnly = true };
        var said = new List<AnswerEvent>();
        await foreach (var happened in new Reading.Extractive.EmbeddedReader().AnswerAsync(conversation, TestContext.Current.CancellationToken))
        {
            said.Add(happened);
        }

        var coverage = Assert.IsType<AnswerEvent.Completed>(Assert.Single(said)).Coverage;
        Assert.Equal(ReadingMode.ReadAll, coverage.Mode);
        Assert.Equal(0, coverage.Documents[0].PassagesRead);
    }
}
