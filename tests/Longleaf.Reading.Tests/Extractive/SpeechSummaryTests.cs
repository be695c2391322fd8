namespace Longleaf.Reading.Tests.Extractive;

public sealed class SpeechSummaryTests
{
    [Fact]
    public async Task What_was_said_of_a_matter_is_told_with_its_speakers_and_nothing_of_other_matters()
    {
        var answer = await Asking.AskAsync([Meetings.Ferry], "Summarize the discussion of the ferry timetable.");

        Assert.Contains("- **Harbour Master**: …the ferry timetable has to change because the morning tide is is too low for the large boat at six .", answer.Text, StringComparison.Ordinal);
        Assert.Contains("**Treasurer**: A late ferry on Fridays costs four hundred pounds a week", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("slate", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("disfmarker", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith(" (harbour board.txt)", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did the group discuss about the roof?")]
    [InlineData("Why did the Treasurer speak of the roof and what was decided about its price?")]
    [InlineData("What did they say about the roof?")]
    public async Task An_open_question_about_what_was_said_is_no_look_up(string question)
    {
        var answer = await Asking.AskAsync([Meetings.Ferry], question);

        Assert.Contains("the insurance pays only if we repair the roof before October", answer.Text, StringComparison.Ordinal);
        Assert.Contains("the grant for old roofs covers half of it", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("timetable", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_of_a_meeting_is_still_looked_up()
    {
        var answer = await Asking.AskAsync([Meetings.Ferry], "How much does a late ferry on Fridays cost?");

        Assert.Contains("four hundred pounds", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ReadingMode.Retrieve, answer.Completed.Coverage.Mode);
    }

    [Fact]
    public async Task The_whole_meeting_is_summarised_without_its_small_talk()
    {
        var answer = await Asking.AskAsync([Meetings.Ferry], "Summarize the whole meeting.");

        Assert.Contains("timetable", answer.Text, StringComparison.Ordinal);
        Assert.Contains("roof", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("coffee", answer.Text, StringComparison.Ordinal);
        Assert.Matches(@"\n\nSpeakers: (?:Chair|Treasurer|Harbour Master)(?:, (?:Chair|Treasurer|Harbour Master)){2}\.$", answer.Text);
        Assert.Equal(ReadingMode.ReadAll, answer.Completed.Coverage.Mode);
    }

    [Fact]
    public async Task A_Chinese_meeting_is_summarised_by_its_matter()
    {
        var answer = await Asking.AskAsync([Meetings.School], "总结关于植物园的讨论，50字以内");

        Assert.Contains("- **王老师**：", answer.Text, StringComparison.Ordinal);
        Assert.Contains("植物园的门票由学校出，车费每人三十元由家长出。", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("食堂", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_spoke_of_is_not_made_up()
    {
        var answer = await Asking.AskAsync([Meetings.Ferry], "Summarize the discussion of nuclear physics.");

        Assert.Equal("**Not in these documents.**", answer.Text);
    }
}
