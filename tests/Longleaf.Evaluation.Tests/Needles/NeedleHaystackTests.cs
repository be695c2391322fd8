using Longleaf.Evaluation.Needles;

namespace Longleaf.Evaluation.Tests.Needles;

public sealed class NeedleHaystackTests
{
    private static readonly (string, string)[] English =
        [.. Enumerable.Range(0, 4).Select(number => ($"{number}.txt", string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"The old man number {i} went home. Nobody had seen the others there. They came later."))))];

    private static readonly (string, string)[] Chinese =
        [.. Enumerable.Range(0, 4).Select(number => ($"{number}.txt", string.Join('\n', Enumerable.Range(0, 60).Select(i => $"第{i}个老人回家去了。没有人看见其他的人。他们后来才到。"))))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Needles_stand_after_a_sentence_at_their_depth_and_nothing_else_is_changed(bool isChinese)
    {
        var texts = isChinese ? Chinese : English;
        NeedleSentence[] needles = [.. Enumerable.Range(0, 40).Select(i => new NeedleSentence(isChinese ? $"密码{i:000}是{i:0000}。" : $"Code {i:000} is {i:0000}.", (i + 0.5) / 40))];

        var filled = NeedleHaystack.Insert(texts, needles);

        Assert.Equal(texts.Select(text => text.Item1), filled.Select(text => text.Name));
        var whole = string.Concat(filled.Select(text => text.Text));
        foreach (var needle in needles)
        {
            var at = whole.IndexOf(needle.Text, StringComparison.Ordinal);
            Assert.InRange((double)at / whole.Length, needle.Depth - 0.05, needle.Depth + 0.05);
            Assert.Contains(whole[..at].TrimEnd(' ')[^1], ".。");
            whole = whole.Remove(isChinese ? at : at - 1, needle.Text.Length + (isChinese ? 0 : 1));
        }

        Assert.Equal(string.Concat(texts.Select(text => text.Item2)), whole);
    }

    [Theory]
    [InlineData("no end of a sentence at all")]
    [InlineData("")]
    [InlineData("Ab.")]
    public void Where_no_sentence_ends_they_stand_at_the_end(string text)
    {
        var filled = NeedleHaystack.Insert([("a.txt", text)], [new NeedleSentence("One.", 0.2), new NeedleSentence("Two.", 0.9)]);

        Assert.Equal($"{text} One. Two.".TrimStart(), filled[0].Text.TrimStart());
    }
}
