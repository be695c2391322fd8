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

        Assert.Contains("| Notice | Either party may end the lease with **30** days' written notice to the other party. | Either party may end the lease with **90** days' written notice to the other party. |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The lease runs for **three** years", answer.Text, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("What changed between v1 and v2?")]
    [InlineData("Compare the two versions.")]
    public async Task Versions_of_a_contract_are_compared_clause_by_clause(string question)
    {
        // Given the newer one first: the older is known by its name.
        var answer = await Asking.AskAsync([Contracts.Second, Contracts.First], question);

        // What would begin a list has a no-break space behind it.
        var text = answer.Text.Replace('\u00a0', ' ');
        Assert.StartsWith("From service contract v1 to service contract v2: **2 changed, 1 added, 1 removed**; 4 statements are the same.\n", text, StringComparison.Ordinal);
        Assert.Contains("| Attribute | service contract v1 | service contract v2 |", text, StringComparison.Ordinal);
        Assert.Contains("| 2. Fees | The monthly fee is **1,200** EUR, payable within 30 days of the invoice. | The monthly fee is **1,350** EUR, payable within 30 days of the invoice. |", text, StringComparison.Ordinal);
        Assert.Contains("with **thirty** days' written notice", text, StringComparison.Ordinal);
        Assert.Contains("Added in service contract v2:\n\n- **4. Data protection**: The provider stores personal data only within the European Union.", text, StringComparison.Ordinal);
        Assert.Contains("Removed from service contract v1:\n\n- **4. Penalties**: For each day of delay the provider owes 50 EUR.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("laws of Ireland", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_that_say_the_same_are_told_in_one_line()
    {
        var copy = MarkdownBlocks.Document("service contract v3.docx", Contracts.FirstText);
        var answer = await Asking.AskAsync([Contracts.First, copy], "What has changed?");

        Assert.Equal("**Nothing changed**: service contract v1 and service contract v3 say the same.", answer.Text);
    }

    [Fact]
    public async Task A_Chinese_contract_and_its_revision_are_compared_in_Chinese()
    {
        var old = MarkdownBlocks.Document("租赁合同_旧.docx", """
            第一条 租期

            租期为两年，自二〇二四年一月一日起计算。

            第二条 租金

            月租金为人民币 5,000 元，每月五日前支付。

            第三条 维修

            房屋的日常维修由甲方负责。

            第四条 争议

            争议由房屋所在地人民法院管辖。
            """);
        var now = MarkdownBlocks.Document("租赁合同_新.docx", """
            第一条 租期

            租期为两年，自二〇二四年一月一日起计算。

            第二条 租金

            月租金为人民币 5,600 元，每月五日前支付。

            第三条 宠物

            乙方不得在房屋内饲养宠物。

            第四条 维修

            房屋的日常维修由甲方负责。

            第五条 争议

            争议由房屋所在地人民法院管辖。
            """);

        var answer = await Asking.AskAsync([old, now], "新版合同改了什么？两份合同对比一下");

        Assert.StartsWith("从 租赁合同_旧 到 租赁合同_新：**修改 1 处，新增 1 处，删去 0 处**；其余 3 处相同。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("| 第二条 租金 | 月租金为人民币 **5,000** 元，每月五日前支付。 | 月租金为人民币 **5,600** 元，每月五日前支付。 |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("- **第三条 宠物**：乙方不得在房屋内饲养宠物。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_documents_have_a_column_each()
    {
        var five = MarkdownBlocks.Document("AquaLine 500.pdf", """
            # AquaLine 500 washing machine

            This manual describes the AquaLine 500, a small washing machine for one person.

            ## Technical data

            Capacity: 5 kg
            Voltage: 230 V
            Maximum spin speed: 1,000 rpm
            """);

        var answer = await Asking.AskAsync([five, Manuals.Seven, Manuals.Nine], "Compare the three machines.");

        Assert.Contains("| Attribute | AquaLine 500 | AquaLine 700 | AquaLine 900 |\n| --- | --- | --- | --- |\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("| Capacity | 5 kg | 7 kg (p. 8) | 9 kg (p. 12) |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("| Water per cycle | not said | 44 l (p. 8) | 49 l (p. 12) |", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The same in all: Voltage 230 V", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compare the capacity of the two machines.", "| Capacity | 7 kg (p. 8) | 9 kg (p. 12) |")]
    [InlineData("Compare their warranties.", "five years from the date of purchase")]
    [InlineData("What is the difference between the two in terms of the warranty?", "two years from the date of purchase")]
    public async Task One_matter_alone_is_compared_where_it_is_named(string question, string expected)
    {
        var answer = await Asking.AskAsync([Manuals.Seven, Manuals.Nine], question);

        Assert.StartsWith("| Attribute | AquaLine 700 | AquaLine 900 |", answer.Text, StringComparison.Ordinal);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Colour", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_both_have_in_common_is_told_without_what_differs()
    {
        var answer = await Asking.AskAsync([Manuals.Seven, Manuals.Nine], "What do they have in common?");

        Assert.Contains("The same in both: Voltage 230 V; Colour white", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Capacity", answer.Text, StringComparison.Ordinal);
    }
}
