using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests;

/// <summary>What <see cref="Block"/> promises.</summary>
internal static class BlockRules
{
    public static void Check(IEnumerable<Block> blocks)
    {
        var last = default(Block);
        foreach (var block in blocks)
        {
            Assert.InRange(block.Text.Length, 1, Block.MaxCharacters);
            Assert.True(Enum.IsDefined(block.Kind) && Enum.IsDefined(block.Join));
            Assert.InRange(block.Level, block.Kind == BlockKind.Heading ? 1 : 0, block.Kind == BlockKind.Heading ? 6 : 32);
            Assert.Equal(Nfc.Normalize(block.Text), block.Text);
            for (var index = 0; index < block.Text.Length; index++)
            {
                var unit = block.Text[index];
                Assert.False(char.IsControl(unit) && unit is not ('\n' or '\t'), $"control character {(int)unit:X} in {block.Kind}");
                if (char.IsHighSurrogate(unit))
                {
                    Assert.True(index + 1 < block.Text.Length && char.IsLowSurrogate(block.Text[++index]), "a lone surrogate");
                }
                else
                {
                    Assert.False(char.IsLowSurrogate(unit), "a lone surrogate");
                }
            }

            var gap = block.Join switch { BlockJoin.Paragraph => 2, BlockJoin.Line => 1, _ => 0 };
            Assert.Equal(last is null ? 0 : last.Location.ByteStart + last.Location.ByteLength + gap, block.Location.ByteStart);
            last = block;
        }
    }
}
