using CsCheck;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Tests.Text;

public sealed class RunningTokenCountTests
{
    [Fact]
    public void However_a_text_is_cut_it_counts_as_the_whole()
    {
        var words = Gen.OneOf("the ", "lamp", " shines", "'s", "\n\n", "  ", ", ", "48", " m", "灯塔", "，高", "。", "é", "e\u0301", "🌍", "-", "<|im_end|>", "\t");
        Gen.Select(words.Array[0, 60], Gen.Int[1, 9]).Sample((parts, size) =>
        {
            var text = string.Concat(parts);
            var count = new RunningTokenCount();
            foreach (var piece in text.Chunk(size))
            {
                count.Add(new string(piece));
            }

            return count.Tokens == TokenCounter.Shared.Count(text);
        });
    }
}
