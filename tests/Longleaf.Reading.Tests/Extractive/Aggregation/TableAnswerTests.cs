using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Tests.Extractive.Aggregation;

public sealed class TableAnswerTests
{
    [Fact]
    public async Task Rows_of_a_month_are_counted_and_summed_with_the_rows_shown()
    {
        var answer = await Asking.AskAsync([WrittenTables.Orders], "How many orders in March, and what were they worth?");

        Assert.Equal(
            """
            **4 orders, 4,503.90 EUR.** How: rows of orders.csv with `date` in March 2026 (4 of 6), sum of `total`.

            | order_id | date | customer | city | product | total |
            | --- | --- | --- | --- | --- | --- |
            | 1002 | 2026-03-02 | Bo Lindqvist | Stockholm | Laptop Pro | 1,299.00 |
            | 1003 | 2026-03-09 | Chen Wei | Berlin | Office Chair | 567.00 |
            | 1004 | 2026-03-15 | Anna Keller | Berlin | Desk Lamp | 39.90 |

            and 1 more.
            """.ReplaceLineEndings("\n"),
            answer.Text);
        Assert.Equal(3, answer.Citations.Count);
        Assert.StartsWith("| 1002 | 2026-03-02 |", answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Equal(ReadingMode.ReadAll, answer.Completed.Coverage.Mode);
        Assert.Equal(CoverageState.Read, Assert.Single(answer.Completed.Coverage.Documents).State);
        Assert.Contains("6 rows of orders.csv", answer.Completed.Coverage.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many orders are there?", "**6 orders.**")]
    [InlineData("What is the total of all orders in Q1 2026?", "**4,583.70 EUR.**")]
    [InlineData("How many different customers are there?", "**4 different values of `customer`.**")]
    [InlineData("Which customer placed the most orders?", "**Anna Keller**: 3 orders.")]
    [InlineData("Which product has the highest sales?", "**Laptop Pro**: 5,196.00 EUR.")]
    [InlineData("Which customer spent the most?", "**Dana Fox**: 2,598.00 EUR.")]
    [InlineData("How many Laptop Pro were sold in March?", "**3.**")]
    [InlineData("How many orders were cancelled or open?", "**3 orders.**")]
    [InlineData("How many orders not from Berlin?", "**2 orders.**")]
    [InlineData("How many orders between 10 March and 1 April 2026?", "**3 orders.**")]
    [InlineData("How many orders over 1000 EUR?", "**3 orders.**")]
    [InlineData("What was the average total of orders over 1000 EUR?", "**1,732.00 EUR.**")]
    [InlineData("What is the highest total?", "**2,598.00 EUR.**")]
    [InlineData("List all products", "**3: Desk Lamp, Laptop Pro, Office Chair.**")]
    [InlineData("Count the orders by status.", "**shipped 3, open 2, cancelled 1.**")]
    [InlineData("What is the total quantity of Laptop Pro and Desk Lamp?", "**7.**")]
    [InlineData("How many orders with a quantity of 1?", "**3 orders.**")]
    [InlineData("Total per month", "**2026-02: 79.80 EUR, 2026-03: 4,503.90 EUR, 2026-04: 1,299.00 EUR.**")]
    [InlineData("Top 2 customers by total", "**Dana Fox 2,598.00 EUR, Anna Keller 1,418.70 EUR.**")]
    [InlineData("Which month had the most orders?", "**2026-03**: 4 orders.")]
    [InlineData("How many orders in July?", "**None.** How: no row of orders.csv has `date` in July (6 rows looked at).")]
    public async Task Orders_are_counted_summed_ranked_and_listed(string question, string answer) =>
        Assert.StartsWith(answer, (await Asking.AskAsync([WrittenTables.Orders], question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How many people work in IT?", "**2 people.**")]
    [InlineData("What is the average salary?", "**5,100 EUR.** How: all 5 rows of staff.md, average of `Salary (EUR)`. 1 of them without `Salary (EUR)`.")]
    [InlineData("What is the median age?", "**38.**")]
    [InlineData("Who has the highest salary?", "**Dev Patel**: 6,300 EUR.")]
    [InlineData("Who is the youngest employee?", "**Carla Diaz**: 29.")]
    [InlineData("How many employees are older than 40?", "**2 employees.**")]
    [InlineData("How many employees earn at least 4800 EUR?", "**3 employees.**")]
    [InlineData("Total salary of Sales", "**9,300 EUR.**")]
    [InlineData("What is the average age by department?", "**IT 40.50, HR 38.00, Sales 37.50.**")]
    [InlineData("Which department has the highest average salary?", "**IT**: 5,550.00 EUR.")]
    [InlineData("List everyone hired after 2018", "**3 rows: Anna Berg, Carla Diaz, Eva Ross.**")]
    public async Task Staff_is_counted_and_compared(string question, string answer) =>
        Assert.StartsWith(answer, (await Asking.AskAsync([WrittenTables.Staff], question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("三月份有多少订单，总额是多少？", "**2 条订单，4,196.00 元。**依据：订单.csv 中`日期`在 2026 年 3 月的行（4 行中的 2 行），对`金额（元）`求和。")]
    [InlineData("平均金额是多少？", "**2,549.00 元。**")]
    [InlineData("按部门统计订单数量", "**销售部 2、采购部 2。**")]
    [InlineData("哪个产品销量最高？", "**打印机、键盘**：5。")]
    [InlineData("哪个客户的订单最多？", "**华星公司**：2 条订单。")]
    [InlineData("有多少订单金额超过3000元？", "**2 条订单。**")]
    [InlineData("列出所有客户", "**3：华星公司、东方贸易、蓝海科技。**")]
    [InlineData("华星公司一共买了多少台打印机？", "**3。**")]
    [InlineData("各产品的总金额", "**打印机 6,000.00 元、显示器 3,596.00 元、键盘 600.00 元。**")]
    [InlineData("2026年2月的订单有多少？", "**1 条订单。**")]
    public async Task Chinese_questions_are_computed_over_Chinese_tables(string question, string answer) =>
        Assert.StartsWith(answer, (await Asking.AskAsync([WrittenTables.ChineseOrders], question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_Chinese_question_is_computed_over_an_English_table() =>
        Assert.StartsWith("**4 条订单，4,503.90 EUR。**", (await Asking.AskAsync([WrittenTables.Orders], "三月份有多少订单，总额是多少？")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How many invoices are from Acme?", "**2 invoices.**")]
    [InlineData("What is the total amount by vendor?", "**Acme 219.75, Borg 80.00.**")]
    [InlineData("What is the average amount of invoices from Oslo?", "**89.63.**")]
    [InlineData("How many invoices were issued in 2025?", "**2 invoices.**")]
    public async Task Objects_of_an_array_are_rows(string question, string answer)
    {
        var said = await Asking.AskAsync([WrittenTables.Invoices], question);

        Assert.StartsWith(answer, said.Text, StringComparison.Ordinal);
        Assert.All(said.Citations, citation => Assert.StartsWith("{ \"id\":", citation.Quote, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_table_in_several_files_is_one_unless_each_is_asked_about()
    {
        ReadableDocument[] files = [ParsedFile.Of("north.csv", "item,price\nTea,4\nCake,6\n"), ParsedFile.Of("south.csv", "item,price\nTea,5\nSoup,7\n")];

        Assert.StartsWith("**22.** How: all 4 rows of 2 files (north.csv, south.csv), sum of `price`.", (await Asking.AskAsync(files, "What is the sum of the prices?")).Text, StringComparison.Ordinal);
        var each = (await Asking.AskAsync(files, "What is the sum of the prices in each file?")).Text;
        Assert.Contains("north.csv: **10.**", each, StringComparison.Ordinal);
        Assert.Contains("south.csv: **12.**", each, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_of_several_years_is_told_of_each()
    {
        var document = ParsedFile.Of("visits.csv", "date,visitor\n2024-03-01,A\n2025-03-02,B\n2025-03-09,C\n2025-04-01,D\n");

        Assert.StartsWith("**2024: 1, 2025: 2.**", (await Asking.AskAsync([document], "How many visits in March?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_puts_its_condition_in_place()
    {
        Turn[] before = [new Turn(TurnAuthor.User, "How many orders in March, and what were they worth?"), new Turn(TurnAuthor.Assistant, "4 orders")];

        Assert.StartsWith("**1 order, 1,299.00 EUR.**", (await Asking.AskAsync([WrittenTables.Orders], "And in April?", null, before)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Currencies_are_not_added_to_each_other()
    {
        var document = ParsedFile.Of("costs.csv", "item,amount,currency\nTea,4.50,EUR\nCake,6.00,USD\nSoup,7.25,EUR\n");

        Assert.StartsWith("**EUR 11.75, USD 6.00.**", (await Asking.AskAsync([document], "What is the total amount?")).Text, StringComparison.Ordinal);
    }
}
