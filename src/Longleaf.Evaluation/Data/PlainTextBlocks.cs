using Longleaf.Documents;

namespace Longleaf.Evaluation.Data;

/// <summary>Plain text as blocks, a paragraph each: enough of a reader to measure what comes after one.</summary>
internal static class PlainTextBlocks
{
    /// <summary>The paragraphs of a text.</summary>
    public static IEnumerable<Block> Of(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            for (var start = 0; start < paragraph.Length; start += Block.MaxCharacters)
            {
                yield return new Block
                {
                    Kind = BlockKind.Paragraph,
                    Text = paragraph[start..Math.Min(start + Block.MaxCharacters, paragraph.Length)],
                    Join = start == 0 ? BlockJoin.Paragraph : BlockJoin.None,
                };
            }
        }
    }
}
