using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Tests.Structured;

public class ReadValueTests
{
    [Theory]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("1.234,50 €", "1234.5")]
    [InlineData("EUR 12,5", "12.5")]
    [InlineData("1,234", "1234")]
    [InlineData("0,125 kg", "0.125")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12 345,6", "12345.6")]
    [InlineData("-$42.10", "-42.1")]
    [InlineData("(1,200)", "-1200")]
    [InlineData("3.5 million", "3500000")]
    [InlineData("12.5万元", "125000")]
    [InlineData("19 %", "19")]
    [InlineData("twenty-five days", "25")]
    [InlineData("two hundred and ten", "210")]
    [InlineData("三百二十元", "320")]
    [InlineData("壹万贰仟元", "12000")]
    [InlineData("72 dB(A) at 1,400 rpm", "72")]
    [InlineData("合同总额的5%", "5")]
    [InlineData("AB-17", null)]
    public void Numbers_are_read_as_people_write_them(string text, string? number) => Assert.Equal(number, NumberReader.Read(text, new WritingHabits(), asShare: false).Select(read => read.Number).FirstOrDefault());

    [Fact]
    public void A_percentage_is_a_share_where_the_schema_stops_at_one() => Assert.Equal("0.125", NumberReader.Read("12.5 %", new WritingHabits(), asShare: true).Single().Number);

    [Fact]
    public void A_document_that_writes_decimals_with_commas_groups_with_points()
    {
        var habits = new WritingHabits();
        habits.Learn("1.234,50 und 7,5");
        Assert.Equal("1234", NumberReader.Read("1.234", habits, asShare: false).Single().Number);
        Assert.Equal("1.234", NumberReader.Read("1.234", new WritingHabits(), asShare: false).Single().Number);
    }

    [Theory]
    [InlineData("12 March 2024", "2024-03-12")]
    [InlineData("March 12th, 2024", "2024-03-12")]
    [InlineData("12-Mar-2024", "2024-03-12")]
    [InlineData("2024年3月12日", "2024-03-12")]
    [InlineData("二〇二四年三月十二日", "2024-03-12")]
    [InlineData("03/12/2024", "2024-03-12")]
    [InlineData("13/12/2024", "2024-12-13")]
    [InlineData("03.12.2024", "2024-12-03")]
    [InlineData("2024/3/12", "2024-03-12")]
    [InlineData("12. März 2024", "2024-03-12")]
    [InlineData("1 août 1999", "1999-08-01")]
    [InlineData("30 February 2024", null)]
    [InlineData("March 2024", null)]
    public void Dates_are_read_as_people_write_them(string text, string? date) => Assert.Equal(date, DateReader.Dates(text, new WritingHabits()).Select(read => DateReader.Write(read.Date)).FirstOrDefault());

    [Fact]
    public void A_document_that_puts_the_day_first_does_so_everywhere()
    {
        var habits = new WritingHabits();
        habits.Learn("25/12/2024");
        Assert.Equal(new DateOnly(2024, 12, 3), DateReader.Dates("03/12/2024", habits).Single().Date);
    }

    [Theory]
    [InlineData("12 March 2024, 3:05 pm", "2024-03-12T15:05:00Z")]
    [InlineData("2024-03-12T08:30:00+02:00", "2024-03-12T08:30:00+02:00")]
    [InlineData("2024年3月12日下午3点20分", "2024-03-12T15:20:00Z")]
    [InlineData("12 March 2024", "2024-03-12T00:00:00Z")]
    public void Moments_are_written_by_the_standard(string text, string moment) => Assert.Equal(moment, DateReader.Moments(text, new WritingHabits()).Single().Moment);

    [Theory]
    [InlineData("two years", "P2Y")]
    [InlineData("2 h 10 min", "PT2H10M")]
    [InlineData("24个月", "P24M")]
    [InlineData("两年", "P2Y")]
    [InlineData("thirty (30) days", "P30D")]
    [InlineData("48 minutes", "PT48M")]
    public void Durations_are_written_by_the_standard(string text, string duration) => Assert.Equal(duration, DateReader.Durations(text).Select(read => read.Duration).FirstOrDefault());

    [Theory]
    [InlineData("unitPrice", "unit Price")]
    [InlineData("VATNumber", "VAT Number")]
    [InlineData("due_date", "due date")]
    [InlineData("line-2.total", "line 2 total")]
    public void Names_fall_into_their_words(string name, string words) => Assert.Equal(words, FieldQuery.Split(name));
}
