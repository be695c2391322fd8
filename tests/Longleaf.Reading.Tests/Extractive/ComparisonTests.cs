namespace Longleaf.Reading.Tests.Extractive;

public sealed class ComparisonTests
{
    [Fact]
    public async Task Two_manuals_are_set_side_by_side()
    {
        var answer = await Asking.AskAsync([Manuals.Seven, Manuals.Nine], "What are the differences between the two?");

        Assert.Contains("| Attribute | AquaLine 700 | AquaLine 900 |\n| --- | --- | --- |\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("| Capacity | 7 kg (p. 8) | 9 kg (p. 12) |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("| Noise (spinning) | 68 dB(A) at 1,200 rpm (p. 8) | 72 dB(A) at 1,400 rpm (p. 12) |", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("| Voltage", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The same in both: Voltage 230 V; Colour white", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Only in AquaLine 900: Wi-Fi 2.4 GHz", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_without_attributes_are_compared_sentence_by_sentence()
    {
        var old = MarkdownBlocks.Document("lease 2019.docx", """
            # Lease

            ## Term

            The lease runs for three years from the first of May.

            ## Notice

            Either party may end the lease with 30 days' written notice to the other party.

            ## Pets

            The tenant may keep small pets in the flat.
            """);
        var now = MarkdownBlocks.Document("lease 2024.docx", """
            # Lease

            ## Term

            The lease runs for five years from the first of May.

            ## Notice

            Either party may end the lease with 90 days' written notice to the other party.

            ## Parking

            One parking space in the yard belongs to the flat.
            """);

        var answer = await Asking.AskAsync([old, now], "Compare the two leases.");

        Assert.Contains("| Notice | Either party may end the lease with 30 days' written notice to the other party. | Either party may end the lease with 90 days' written notice to the other party. |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("three years", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Sections only in lease 2019: Pets.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Sections only in lease 2024: Parking.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Chinese_question_compares_in_Chinese()
    {
        var answer = await Asking.AskAsync([Manuals.Seven, Manuals.Nine], "两份文档有什么区别？");

        Assert.Contains("| 项目 | AquaLine 700 | AquaLine 900 |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("两者相同：", answer.Text, StringComparison.Ordinal);
    }
}
