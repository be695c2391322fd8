using Longleaf.Documents;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Knows paragraphs that are headings in all but name: short, without an end mark, alone in their block.</summary>
internal static class TitleLine
{
    private const int Longest = 60;

    /// <summary>Whether a statement is one.</summary>
    public static bool Holds(Statement statement, ReadableDocument document)
    {
        var text = statement.Text.AsSpan().TrimEnd();
        return statement is { Kind: StatementKind.Sentence, IsListItem: false } && text.Length is > 0 and <= Longest
            && char.IsLetterOrDigit(text[^1])
            && document.Blocks[statement.Block] is { Kind: BlockKind.Paragraph, Location: { } location } && location.ByteLength <= statement.ByteLength + 8
            && statement.Block + 1 < document.Blocks.Count;
    }
}
