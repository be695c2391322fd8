using System.Text.RegularExpressions;

namespace Longleaf.Reading.Tests.Extractive.Exact;

/// <summary>
/// Sentences hidden in novels, in many wordings, among others that differ in one word: the value is the answer, and none but it.
/// The documents hold about 130,000 tokens; the evaluation measures longer ones.
/// </summary>
public sealed partial class NeedleTests
{
    private const int Characters = 500_000;

    private static readonly Lazy<ReadableDocument> English = new(() => Haystack.With(
        false,
        Characters,
        "One of the special magic numbers for gentle-harbor is: 4821733.",
        "One of the special magic numbers for brave-lantern is: 9912345.",
        "One of the special magic numbers for gentle-meadow is: 5510021.",
        "One of the special magic numbers for brave-lantern is: 1112345.",
        "The status of order AX-4711 is pending.",
        "Travellers should note that the harbour code assigned to Maple Point was 48213 all through that winter.",
        "The harbour code assigned to Stone Point was 77120.",
        "One of the special magic numbers for brave-lantern is: 2212345.",
        "In the ledger, Copper Hill's access phrase is written as “seven blue herons”.",
        "The locker of Miss Adela Quince opens with the combination 17-42-09.",
        "Registered under Wendell Tarrant is the permit number KX-2291.",
        "The status of order AX-4712 is lost.",
        "The status of order AX-4711 was changed to packed.",
        "The password for the observatory is marmalade.",
        "Cinnamon is the favourite spice of Captain Yarrow.",
        "The token kept for the northern gate reads f81d4fae-7dec-11d0-a765-00a0c91e6bf6.",
        "The token kept for the southern gate reads a11d4fae-7dec-11d0-a765-00a0c91e6bf6.",
        "Whoever wants to get into the north gate has to type 177523 on the keypad.",
        "Remember that the lock of the old chapel was reset to 427126 last week.",
        "To speak to Yelena Dufresne, dial 39592 and wait for the tone.",
        "There is a key for the coal cellar on hook 670502.",
        "You can reach Yelena Castellan on extension 1707.",
        "Another key for the coal cellar is kept on hook 566890.",
        "The status of order AX-4711 is now shipped."));

    private static readonly Lazy<ReadableDocument> Chinese = new(() => Haystack.With(
        true,
        Characters / 3,
        "青松码头的仓库编号是48213。",
        "白鹭码头的仓库编号是77120。",
        "请记住，柳叶巷的开门口令为“七只蓝鹭”。",
        "订单AX-4711的状态是待处理。",
        "分配给陈玉兰的储物柜号码是6617。",
        "与“金色灯塔”对应的特殊数字是：9931204。",
        "“银色磨坊”的特殊数字之一是：5531204。",
        "“银色磨坊”的特殊数字之一是：6631204。",
        "云雀客栈的暗号：芝麻糖。",
        "北门的通行令牌为f81d4fae-7dec-11d0-a765-00a0c91e6bf6。",
        "订单AX-4711的状态变为已发货。"));

    [Theory]
    [InlineData("What is the special magic number for gentle-harbor mentioned in the provided text?", "4821733")]
    [InlineData("What are all the special magic numbers for brave-lantern mentioned in the provided text?", "9912345", "1112345", "2212345")]
    [InlineData("What are all the special magic numbers for gentle-harbor, gentle-meadow, and brave-lantern?", "4821733", "5510021", "9912345", "1112345", "2212345")]
    [InlineData("Which harbour code was assigned to Maple Point?", "48213")]
    [InlineData("What harbour code does Maple Point have?", "48213")]
    [InlineData("I need the harbour codes of Maple Point and Stone Point.", "48213", "77120")]
    [InlineData("What is the access phrase for Copper Hill?", "seven blue herons")]
    [InlineData("What combination opens the locker of Miss Adela Quince?", "17-42-09")]
    [InlineData("What is the permit number of Wendell Tarrant?", "KX-2291")]
    [InlineData("Tell me the password for the observatory.", "marmalade")]
    [InlineData("What is Captain Yarrow's favourite spice?", "Cinnamon")]
    [InlineData("What are the tokens for the northern gate and the southern gate?", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "a11d4fae-7dec-11d0-a765-00a0c91e6bf6")]
    [InlineData("What is the current status of order AX-4711?", "shipped")]
    [InlineData("How do I unlock the north gate, what is the code?", "177523")]
    [InlineData("Which codes open the north gate and the old chapel?", "177523", "427126")]
    [InlineData("On which extension can I reach Yelena Dufresne?", "39592")]
    [InlineData("What are the extensions of Yelena Dufresne and Yelena Castellan?", "39592", "1707")]
    [InlineData("Where do the keys for the coal cellar hang?", "670502", "566890")]
    public async Task A_hidden_value_is_the_answer(string question, params string[] values) =>
        Assert.Equal(values, await ValuesAsync(English.Value, question));

    [Theory]
    [InlineData("青松码头的仓库编号是多少？", "48213")]
    [InlineData("文中提到的青松码头和白鹭码头的仓库编号分别是多少？", "48213", "77120")]
    [InlineData("柳叶巷的开门口令是什么？", "七只蓝鹭")]
    [InlineData("陈玉兰的储物柜号码是多少？", "6617")]
    [InlineData("请找出文中与“金色灯塔”对应的特殊数字。", "9931204")]
    [InlineData("“银色磨坊”的所有特殊数字是什么？", "5531204", "6631204")]
    [InlineData("云雀客栈的暗号是什么？", "芝麻糖")]
    [InlineData("哪个令牌属于北门？", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")]
    [InlineData("订单AX-4711目前的状态是什么？", "已发货")]
    public async Task A_hidden_value_is_the_answer_in_Chinese(string question, params string[] values) =>
        Assert.Equal(values, await ValuesAsync(Chinese.Value, question));

    [Fact]
    public async Task What_held_before_is_told_behind_what_holds_now()
    {
        var answer = await Asking.AskAsync([English.Value], "What is the status of order AX-4711 now?");

        Assert.Equal("**shipped**. (novels.txt) Before that: packed. (novels.txt)", answer.Text);
        Assert.Equal(["The status of order AX-4711 is now shipped.", "The status of order AX-4711 was changed to packed."], answer.Citations.Select(citation => citation.Quote));
    }

    private static async Task<string[]> ValuesAsync(ReadableDocument document, string question) =>
        [.. Bold().Matches((await Asking.AskAsync([document], question)).Text).Select(match => match.Groups["value"].Value)];

    [GeneratedRegex(@"\*\*(?<value>[^*]+)\*\*")]
    private static partial Regex Bold();
}
