namespace Longleaf.Reading.Text;

/// <summary>Counts the tokens of a text that comes piece by piece, without counting again what is settled.</summary>
public sealed class RunningTokenCount
{
    // Text without a border is settled when it is so long, where a token may then reach over the cut.
    private const int MostOpen = 4_096;

    private string _open = "";
    private int _settled;

    /// <summary>Tokens of all that was added.</summary>
    public int Tokens { get; private set; }

    /// <summary>Takes the next piece.</summary>
    public void Add(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        _open += piece;
        var border = LastBorder(_open);
        if (border > 0 || _open.Length > MostOpen)
        {
            border = border > 0 ? border : _open.Length;
            _settled += TokenCounter.Shared.Count(_open.AsSpan(0, border));
            _open = _open[border..];
        }

        Tokens = _settled + TokenCounter.Shared.Count(_open);
    }

    // A blank or a mark between two letters begins a piece of Qwen2.5's pattern (TokenPieces) wherever the text is cut; an apostrophe
    // may begin a contraction, and marks after marks belong together.
    private static int LastBorder(string text)
    {
        for (var at = text.Length - 2; at > 0; at--)
        {
            if (IsPlainLetter(text[at - 1]) && IsBorder(text[at]) && IsPlainLetter(text[at + 1]))
            {
                return at;
            }
        }

        return -1;
    }

    // Blanks, marks of ASCII and of CJK: nothing that joins with a letter before it; special tokens have a low line within.
    private static bool IsBorder(char letter) =>
        letter is ' ' or '\u3001' or '\u3002' or '\uff0c' || (char.IsAscii(letter) && char.IsPunctuation(letter) && letter is not ('\'' or '_'));

    // Letters that no normalisation joins with what is before or after them.
    private static bool IsPlainLetter(char letter) => char.IsAsciiLetter(letter) || letter is >= '\u4e00' and <= '\u9fff';
}
