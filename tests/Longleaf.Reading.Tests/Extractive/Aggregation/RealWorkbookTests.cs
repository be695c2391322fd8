using Longleaf.Tests;

namespace Longleaf.Reading.Tests.Extractive.Aggregation;

/// <summary>Workbooks and delimited values that others wrote.</summary>
public sealed class RealWorkbookTests
{
    [Theory]
    [InlineData("How many orders were paid by Visa?", "**34 orders.**")]
    [InlineData("How many orders shipped in May 1988?", "**10 orders.**")]
    [InlineData("Which company has the highest total amount paid?", "**Sight Diver**: 260,327.")]
    [InlineData("What is the items total for VIP Divers Club?", "**193,080.**")]
    [InlineData("How many companies are there?", "**54 different values of `Company`.**")]
    public async Task Orders_of_a_workbook(string question, string answer) => await Check(
        ["corpus", "xlsx", "ClosedXML+ClosedXML", "ClosedXML.Tests__Resource__Other__PivotTableReferenceFiles__TwoPivotTablesWithSingleSource__output.xlsx"], question, answer);

    [Theory]
    [InlineData("How many orders are there?", "**3,221.**")]
    [InlineData("Total number of orders by month", "**Apr 1,063, May 971, Jun 932.**")]
    [InlineData("What is the average quality of the pastries?", "**35.56.**")]
    public async Task A_column_with_a_number_of_something(string question, string answer) => await Check(
        ["corpus", "xlsx", "ClosedXML+ClosedXML", "ClosedXML.Tests__Resource__Examples__PivotTables__PivotTables.xlsx"], question, answer);

    [Theory]
    [InlineData("How many rows are there?", "**55,744 rows.**")]
    [InlineData("How many rows are Ftp1?", "**960 rows.**")]
    public async Task A_sheet_of_many_rows(string question, string answer) => await Check(["corpus", "large", "big-formatted-55745-rows.xlsx"], question, answer);

    [Theory]
    [InlineData("Which team has the most Stanley Cups?", "**Maple Leafs**: 13.")]
    [InlineData("How many Stanley Cups in total?", "**16.**")]
    public async Task A_title_above_the_header(string question, string answer) => await Check(["corpus", "csv", "Unstructured-IO+unstructured", "example-docs__stanley-cups.csv"], question, answer);

    private static async Task Check(string[] path, string question, string answer) =>
        Assert.StartsWith(answer, (await Asking.AskAsync([ParsedFile.At(TestData.Path(path))], question)).Text, StringComparison.Ordinal);
}
