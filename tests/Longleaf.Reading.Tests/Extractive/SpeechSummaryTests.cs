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

    [Fact]
    public async Task And_the_other_matter_is_asked_for_in_a_word()
    {
        const string First = "Summarize the discussion of the ferry timetable.";
        var answer = await Asking.AskAsync([Meetings.Ferry], "And the roof?", null, new Turn(TurnAuthor.User, First), new Turn(TurnAuthor.Assistant, "…"));

        Assert.Contains("the insurance pays only if we repair the roof before October", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("timetable", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_keys_and_values_is_no_speech()
    {
        var form = MarkdownBlocks.Document("form.txt", string.Join("\n\n", Enumerable.Range(1, 30).Select(i => $"Field {(char)('A' + (i % 26))}{i}: the value number {i} of this form is written here.")));

        var answer = await Asking.AskAsync([form], "Summarize this document.");

        Assert.DoesNotContain("Speakers:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- **Field", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_of_millions_of_words_is_summarised_where_the_matter_is_spoken_of()
    {
        var talk = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"Chair: Okay , um point {i} of the list is settled and the list goes on from there .\n\nClerk: Yeah , I wrote point {i} down in the book of minutes for the board .\n\n"));
        var document = MarkdownBlocks.Document("long.txt", talk + "Chair: The lighthouse needs a new lamp because the old lamp fails in fog .\n\nClerk: A lamp for the lighthouse costs nine thousand pounds with the fitting .\n\n" + talk);

        var answer = await Asking.AskAsync([document], "What did they discuss about the lighthouse lamp?");

        Assert.Contains("- **Chair**: The lighthouse needs a new lamp because the old lamp fails in fog .", answer.Text, StringComparison.Ordinal);
        Assert.Contains("- **Clerk**: A lamp for the lighthouse costs nine thousand pounds with the fitting .", answer.Text, StringComparison.Ordinal);
    }
}
