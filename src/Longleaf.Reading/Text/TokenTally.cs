using System.Text;
using Longleaf.Documents;

namespace Longleaf.Reading.Text;

/// <summary>Counts the tokens of a document's canonical text block by block, as its index does, and keeps nothing of it.</summary>
public sealed class TokenTally
{
    private const int MaxPendingCharacters = 4 * Block.MaxCharacters;

    private readonly StringBuilder _pending = new();
    private bool _started;

    /// <summary>Tokens of the blocks added before the last ones; of all after <see cref="Complete"/>.</summary>
    public long Tokens { get; private set; }

    /// <summary>Takes the next block.</summary>
    public void Add(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var join = !_started ? "" : block.Join switch { BlockJoin.Paragraph => "\n\n", BlockJoin.Line => "\n", _ => "" };
        _started = true;
        _pending.Append(join);

        // Tokens of Qwen2.5 reach over a line break only into more blanks: what is before is counted alone.
        var goesOn = join.Length == 0 || block.Text.Length == 0 || char.IsWhiteSpace(block.Text[0]);
        if (!goesOn || _pending.Length > MaxPendingCharacters)
        {
            Complete();
        }

        _pending.Append(block.Text);
    }

    /// <summary>Counts what is left.</summary>
    /// <returns>The tokens of all blocks.</returns>
    public long Complete()
    {
        Tokens += TokenCounter.Shared.Count(_pending.ToString());
        _pending.Clear();
        return Tokens;
    }
}
