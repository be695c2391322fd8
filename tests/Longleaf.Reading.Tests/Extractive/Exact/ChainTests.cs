namespace Longleaf.Reading.Tests.Extractive.Exact;

/// <summary>Assignments spread over novels, two chains at once: each followed to its end, and no further.</summary>
public sealed class ChainTests
{
    private static readonly Lazy<ReadableDocument> English = new(() => Haystack.With(
        false,
        200_000,
        "VAR QBXRT = 48213.",
        "The variable finch_9 is set to 11417.",
        "VAR LMNOP = 77120.",
        "VAR ZZTRW = VAR QBXRT.",
        "heron_2 takes the value of finch_9.",
        "VAR ABCDE = VAR LMNOP.",
        "Copy the value of heron_2 into plover_3.",
        "VAR HJKLM = VAR ZZTRW.",
        "Let wren_4 be equal to plover_3.",
        "stork_5 inherits from wren_4.",
        "snipe_7 has the same value as stork_5."));

    private static readonly Lazy<ReadableDocument> Chinese = new(() => Haystack.With(
        true, 100_000, "变量QBXRT = 48213。", "变量ZZTRW等于变量QBXRT。", "变量LMNOP的值为77120。", "将变量ZZTRW的值赋给变量HJKLM。", "变量PPQRS的值与变量HJKLM相同。"));

    [Theory]
    [InlineData("Find all variables that are assigned the value 48213 in the text above.", "**QBXRT**, **ZZTRW**, **HJKLM**. (novels.txt)")]
    [InlineData("Which variables hold the value 77120?", "**LMNOP**, **ABCDE**. (novels.txt)")]
    [InlineData("Which variables end up with the value 11417?", "**finch_9**, **heron_2**, **plover_3**, **wren_4**, **stork_5**, **snipe_7**. (novels.txt)")]
    [InlineData("How many variables have the value 48213?", "**3**: QBXRT, ZZTRW, HJKLM. (novels.txt)")]
    [InlineData("What value does the variable HJKLM hold?", "**48213** – HJKLM = ZZTRW = QBXRT = 48213. (novels.txt)")]
    public async Task A_chain_is_followed_to_its_end(string question, string answer) =>
        Assert.Equal(answer, (await Asking.AskAsync([English.Value], question)).Text);

    [Theory]
    [InlineData("找出所有值为48213的变量。", "**QBXRT**、**ZZTRW**、**HJKLM**、**PPQRS**。（小说.txt）")]
    [InlineData("变量PPQRS的值是多少？", "**48213** – PPQRS = HJKLM = ZZTRW = QBXRT = 48213。（小说.txt）")]
    public async Task A_chain_is_followed_to_its_end_in_Chinese(string question, string answer) =>
        Assert.Equal(answer, (await Asking.AskAsync([Chinese.Value], question)).Text);

    [Fact]
    public async Task A_chain_that_bites_its_tail_ends()
    {
        var document = MarkdownBlocks.Document("ring.txt", "VAR AAA1 = VAR CCC3.\n\nVAR BBB2 = VAR AAA1.\n\nVAR CCC3 = VAR BBB2.");

        var answer = await Asking.AskAsync([document], "What is the value of AAA1?");

        Assert.NotEmpty(answer.Text);
    }
}
