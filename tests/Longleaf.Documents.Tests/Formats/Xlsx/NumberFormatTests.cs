using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Longleaf.Documents.Formats.Xlsx.Formatting;
using Longleaf.Tests;

namespace Longleaf.Documents.Tests.Formats.Xlsx;

public sealed class NumberFormatTests
{
    [Theory]
    // Digit places (ECMA-376, 18.8.31).
    [InlineData("0", 1234.5, "1235")]
    [InlineData("0", -0.4, "-0")]
    [InlineData("0.00", 1.005, "1.01")]
    [InlineData("0.00", 2.675, "2.68")]
    [InlineData("#,##0", 1234567.5, "1,234,568")]
    [InlineData("#,##0.00", -1234.5, "-1,234.50")]
    [InlineData("#,###", 0, "")]
    [InlineData("#.##", 5, "5.")]
    [InlineData("00000", 123, "00123")]
    [InlineData("000\\-00\\-0000", 123456789, "123-45-6789")]
    [InlineData("(000) 000\\-0000", 4251111111, "(425) 111-1111")]
    [InlineData("0.0??", 1.5, "1.5  ")]
    [InlineData(".00", 0.5, ".50")]
    [InlineData("#,##0.000000000000", 1e20, "100,000,000,000,000,000,000.000000000000")]
    [InlineData("0", 1e300, "1E300 as digits")]
    // Thousands and percent.
    [InlineData("0,", 12345, "12")]
    [InlineData("0.0,,", 12345678, "12.3")]
    [InlineData("0.0,\"K\"", 1250, "1.3K")]
    [InlineData("0%", 0.125, "13%")]
    [InlineData("0.00%", -0.07, "-7.00%")]
    // Scientific.
    [InlineData("0.00E+00", 12345, "1.23E+04")]
    [InlineData("0.00E+00", 0.00012, "1.20E-04")]
    [InlineData("0.0E-0", 12345, "1.2E4")]
    [InlineData("##0.0E+0", 12345, "12.3E+3")]
    [InlineData("##0.0E+0", 999960, "1.0E+6")]
    [InlineData("0.00E+00", 0, "0.00E+00")]
    // Fractions.
    [InlineData("# ?/?", 5.25, "5 1/4")]
    [InlineData("# ??/??", 0.3, "3/10")]
    [InlineData("?/?", 2.5, "5/2")]
    [InlineData("# ?/8", 1.3, "1 2/8")]
    [InlineData("# ?/?", 3, "3")]
    [InlineData("# ?/?", -0.5, "-1/2")]
    [InlineData("# ???/???", 3.14159265, "3 16/113")]
    // Currencies and languages.
    [InlineData("\"$\"#,##0.00", 1234.5, "$1,234.50")]
    [InlineData("[$€-407] #,##0.00", -1234.5, "-€ 1,234.50")]
    [InlineData("#,##0.00\\ [$€-1]", 12, "12.00 €")]
    [InlineData("[$¥-804]#,##0", 5000, "¥5,000")]
    [InlineData("[$-409]#,##0", 5000, "5,000")]
    [InlineData("_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)", -5, " $(5.00)")]
    [InlineData("_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)", 0, " $-   ")]
    // Sections and conditions.
    [InlineData("0;(0)", -5, "(5)")]
    [InlineData("0;(0);\"zero\"", 0, "zero")]
    [InlineData("0;(0);\"zero\"", 7, "7")]
    [InlineData("[Red]0.0;[Blue]-0.0", -5, "-5.0")]
    [InlineData(";;;", 5, "")]
    [InlineData("[>=1000]#,##0,\"K\";0", 12345, "12K")]
    [InlineData("[>=1000]#,##0,\"K\";0", 12, "12")]
    [InlineData("[<100]\"low\";[>200]\"high\";\"middle\"", 150, "middle")]
    [InlineData("[<0]\"minus \"0;0", -3, "minus 3")]
    [InlineData("[<10]0;0.0", -3, "-3")]
    [InlineData("[=1]\"one\";[=2]\"two\";General", 3, "3")]
    [InlineData("General\" units\"", 12.5, "12.5 units")]
    [InlineData("\"a;b\"0", 1, "a;b1")]
    [InlineData("0;\"unclosed", -1, "unclosed")]
    public void Numbers_are_shown_in_their_format(string code, double value, string expected) =>
        Assert.Equal(expected == "1E300 as digits" ? "1" + new string('0', 300) : expected, NumberFormat.Parse(code).Format(value, since1904: false));

    [Theory]
    [InlineData("yyyy-mm-dd", 45351, "2024-02-29")]
    [InlineData("m/d/yy", 1, "1/1/00")]
    [InlineData("yyyy-mm-dd", 60, "1900-02-29")]
    [InlineData("yyyy-mm-dd", 61, "1900-03-01")]
    [InlineData("yyyy-mm-dd", 2958465, "9999-12-31")]
    [InlineData("dddd, d mmmm yyyy", 45351, "Thursday, 29 February 2024")]
    [InlineData("ddd mmm mmmmm", 45351, "Thu Feb F")]
    [InlineData("[$-407]d. mmmm yyyy", 45351, "29. Februar 2024")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\" aaaa", 45351, "2024年2月29日 星期四")]
    [InlineData("h:mm", 0.5, "12:00")]
    [InlineData("h:mm AM/PM", 0.0, "12:00 AM")]
    [InlineData("h:mm a/p", 0.75, "6:00 p")]
    [InlineData("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分")]
    [InlineData("[h]:mm:ss", 1.5, "36:00:00")]
    [InlineData("[mm]:ss", 0.0625, "90:00")]
    [InlineData("[ss]", 1.0, "86400")]
    [InlineData("mm:ss.0", 0.00012, "00:10.4")]
    [InlineData("h:mm:ss", 0.999999, "0:00:00")]
    [InlineData("yyyy-mm-dd hh:mm", 45351.604166666664, "2024-02-29 14:30")]
    [InlineData("d-mmm-yy;@", 45351, "29-Feb-24")]
    [InlineData("bbbb", 45351, "2567")]
    [InlineData("yyyy-mm-dd", -5, "-5")]
    [InlineData("yyyy-mm-dd", 1e12, "1000000000000")]
    public void Dates_and_times_are_shown_in_their_format(string code, double serial, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code).Format(serial, since1904: false));

    [Theory]
    [InlineData("yyyy-mm-dd", 0, "1904-01-01")]
    [InlineData("yyyy-mm-dd", 43889, "2024-02-29")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    public void Days_may_count_from_1904(string code, double serial, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code).Format(serial, since1904: true));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-12, "-12")]
    [InlineData(4006381333931, "4006381333931")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1.0 / 3, "0.333333333")]
    [InlineData(-1.0 / 3, "-0.333333333")]
    [InlineData(123456.789012, "123456.789")]
    [InlineData(0.00012345678, "0.000123457")]
    [InlineData(0.00001234, "0.00001234")]
    [InlineData(0.000012345678, "1.23457E-05")]
    [InlineData(1.5e20, "1.5E+20")]
    [InlineData(1e-12, "1E-12")]
    public void Numbers_without_a_format_are_as_long_as_a_cell_shows(double value, string expected) =>
        Assert.Equal(expected, NumberFormat.General.Format(value, since1904: false));

    [Theory]
    [InlineData("0.00", "text")]
    [InlineData("0;-0;0;\"<\"@\">\"", "<text>")]
    [InlineData("\"Dr. \"@", "Dr. text")]
    [InlineData(";;;", "")]
    public void Texts_have_a_section_of_their_own(string code, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code).FormatText("text"));

    // Apache POI's sheets hold formats, values, and what Excel itself showed for them. Not judged: fractions with other things between their
    // parts, which nobody writes (POI's begin with a bar), and whole numbers of 12 digits and more without a format, whose digits are kept here.
    [Theory]
    [InlineData("NumberFormatTests", 95)]
    [InlineData("DateFormatTests", 100)]
    [InlineData("ElapsedFormatTests", 100)]
    [InlineData("FormatConditionTests", 100)]
    [InlineData("FormatChoiceTests", 100)]
    [InlineData("GeneralFormatTests", 100)]
    public void What_Excel_showed_is_shown(string name, int leastPercent)
    {
        var path = TestData.Path("corpus", "xlsx", "apache+poi", $"test-data__spreadsheet__{name}.xlsx");
        using var package = SpreadsheetDocument.Open(path, isEditable: false);
        var workbook = package.WorkbookPart!;
        var since1904 = workbook.Workbook!.WorkbookProperties?.Date1904?.Value == true;
        var sheet = workbook.Workbook!.Descendants<Sheet>().First(entry => entry.Name == "Tests");
        var texts = workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var (total, wrong) = (0, new List<string>());
        foreach (var row in ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().Skip(1))
        {
            var cells = row.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value![0], cell =>
                cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? "");
            if (row.Elements<Cell>().All(cell => cell.DataType?.Value != CellValues.Boolean) && cells.TryGetValue('C', out var value) && double.TryParse(value, CultureInfo.InvariantCulture, out var number) && cells.GetValueOrDefault('B') is { Length: > 0 } code && !code.StartsWith('|'))
            {
                total++;
                var (shown, expected) = (NumberFormat.Parse(code).Format(number, since1904).Trim(), cells['A'].Trim());
                if (shown != expected && !expected.Contains("E+1", StringComparison.Ordinal))
                {
                    wrong.Add($"{code} of {value}: {shown} for {expected}");
                }
            }
        }

        Assert.True(total > 20 && wrong.Count * 100 <= total * (100 - leastPercent), $"{wrong.Count} of {total}\n{string.Join('\n', wrong)}");
    }
}
