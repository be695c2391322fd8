using Longleaf.Documents;

namespace Longleaf.Reading.Tests.Extractive.Exact;

/// <summary>Words counted over a whole text.</summary>
public sealed class WordTests
{
    private static readonly ReadableDocument Listed = Document(string.Join(' ', Shuffled().Select((word, i) => $"{i + 1}. {word}")));

    [Theory]
    [InlineData("What are the 3 most common words in the above list?")]
    [InlineData("Which three words occur most often in the list?")]
    [InlineData("Find the three most frequently appeared coded words.")]
    [InlineData("出现次数最多的三个单词是什么？")]
    public async Task The_most_frequent_words_are_counted(string question) =>
        Assert.Matches(@"^\*\*lantern\*\* \(40\)[,、] ?\*\*harbor\*\* \(35\)[,、] ?\*\*falcon\*\* \(30\)[.。]", (await Asking.AskAsync([Listed], question)).Text);

    [Theory]
    [InlineData("How many times does the word \"harbor\" appear in the text?", "**35 times.**")]
    [InlineData("How often is harbor mentioned?", "**35 times.**")]
    [InlineData("“harbor”一共出现了多少次？", "**35 次。**")]
    [InlineData("How many times does zebra occur?", "**Not once.**")]
    public async Task The_occurrences_of_a_word_are_counted(string question, string start) =>
        Assert.StartsWith(start, (await Asking.AskAsync([Listed], question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_word_within_a_longer_one_does_not_count()
    {
        var document = Document("The harbor, a harbor-master and harbors; Harbor\nagain, and the old harbor.");

        Assert.StartsWith("**4 times.**", (await Asking.AskAsync([document], "How many times does harbor occur?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_prose_the_function_words_are_left_out_and_that_is_said()
    {
        var answer = await Asking.AskAsync([Haystack.With(false, 200_000)], "What are the five most common words?");

        Assert.DoesNotContain("**the**", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("Words such as “the” and “of” are left out.", answer.Text, StringComparison.Ordinal);
    }

    private static ReadableDocument Document(string text) =>
        ReadableDocument.FromBlocks("file-fe-list", "list.txt", new DocumentInfo { Format = DocumentFormat.PlainText }, [new Block { Kind = BlockKind.Paragraph, Text = text }]);

    private static string[] Shuffled()
    {
        string[] words = [.. Repeat("lantern", 40), .. Repeat("harbor", 35), .. Repeat("falcon", 30), .. Enumerable.Range(0, 300).SelectMany(i => Repeat("w" + (char)('a' + (i / 26)) + (char)('a' + (i % 26)), 3))];
        new Random(11).Shuffle(words);
        return words;
    }

    private static IEnumerable<string> Repeat(string word, int times) => Enumerable.Repeat(word, times);
}
