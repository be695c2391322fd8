using System.Buffers;
using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Reading.Text;

/// <summary>Counts tokens as Qwen2.5's tokenizer does: what users are billed by. Safe for many callers at once.</summary>
public sealed class TokenCounter
{
    /// <summary>
    /// Pieces without a border are cut here, in UTF-16 units, so that hostile text cannot make one that takes long or much memory. No word,
    /// and no line of punctuation that people write, is as long.
    /// </summary>
    public const int MaxRunLength = 1_024;

    // Qwen2.5's tokenizer.json, added_tokens; their ids follow one another from the first.
    private const int FirstSpecialId = 151_643;

    private static readonly string[] SpecialTokens =
    [
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>",
        "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>",
        "<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>",
    ];

    private static readonly SearchValues<string> Specials = SearchValues.Create(SpecialTokens, StringComparison.Ordinal);

    private readonly Lazy<BytePairMerges> _merges = new(() => new BytePairMerges(BytePairVocabulary.Load()));

    /// <summary>The one counter; its vocabulary is loaded at first use (0.05 s).</summary>
    public static TokenCounter Shared { get; } = new();

    /// <summary>How many tokens a text has. Linear in its length whatever the text.</summary>
    public int Count(ReadOnlySpan<char> text) => Count(text, int.MaxValue);

    /// <summary>How many tokens a text has, if they are not more than a limit; otherwise some number above it, found without counting on.</summary>
    public int Count(ReadOnlySpan<char> text, int limit)
    {
        if (!Nfc.IsCertain(text))
        {
            text = Nfc.Normalize(text.ToString());
        }

        var tokens = 0;
        while (tokens <= limit)
        {
            var special = text.IndexOfAny(Specials);
            if (special < 0)
            {
                return tokens + CountPieces(text, limit - tokens);
            }

            tokens += CountPieces(text[..special], limit - tokens) + 1;
            text = text[(special + SpecialTokens[SpecialOf(text[special..])].Length)..];
        }

        return tokens;
    }

    /// <summary>The tokens of a text, in order; as many as <see cref="Count(ReadOnlySpan{char})"/> says.</summary>
    public IReadOnlyList<TextToken> Encode(ReadOnlySpan<char> text)
    {
        if (!Nfc.IsCertain(text))
        {
            text = Nfc.Normalize(text.ToString());
        }

        var tokens = new List<TextToken>();
        while (true)
        {
            var special = text.IndexOfAny(Specials);
            EncodePieces(special < 0 ? text : text[..special], tokens);
            if (special < 0)
            {
                return tokens;
            }

            var token = SpecialOf(text[special..]);
            tokens.Add(new TextToken(FirstSpecialId + token, SpecialTokens[token]));
            text = text[(special + SpecialTokens[token].Length)..];
        }
    }

    private static int SpecialOf(ReadOnlySpan<char> text)
    {
        for (var token = 0; token < SpecialTokens.Length; token++)
        {
            if (text.StartsWith(SpecialTokens[token], StringComparison.Ordinal))
            {
                return token;
            }
        }

        throw new InvalidOperationException("No special token stands here.");
    }

    private void EncodePieces(ReadOnlySpan<char> text, List<TextToken> tokens)
    {
        var utf8 = new byte[MaxRunLength * 3];
        foreach (var run in Runs(text))
        {
            var bytes = utf8.AsSpan(0, Encoding.UTF8.GetBytes(text[run], utf8));
            foreach (var part in _merges.Value.Parts(bytes))
            {
                tokens.Add(new TextToken(_merges.Value.IdOf(bytes[part]), Encoding.UTF8.GetString(bytes[part])));
            }
        }
    }

    // The pieces of a text, those that are too long cut.
    private static List<Range> Runs(ReadOnlySpan<char> text)
    {
        var runs = new List<Range>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + TokenPieces.Next(text[at..]);
            while (at < end)
            {
                var length = RunLength(text[at..end]);
                runs.Add(at..(at + length));
                at += length;
            }
        }

        return runs;
    }

    // Where a piece that is too long is cut: never through a surrogate pair.
    private static int RunLength(ReadOnlySpan<char> piece)
    {
        var length = Math.Min(piece.Length, MaxRunLength);
        return length < piece.Length && char.IsHighSurrogate(piece[length - 1]) ? length - 1 : length;
    }

    private int CountPieces(ReadOnlySpan<char> text, int limit)
    {
        Span<byte> utf8 = stackalloc byte[MaxRunLength * 3];

        // A run without a border is mostly of one unit, and its parts are the same again and again.
        Span<byte> last = stackalloc byte[MaxRunLength * 3];
        var (lastLength, lastTokens) = (0, 0);
        var tokens = 0;
        while (!text.IsEmpty && tokens <= limit)
        {
            var piece = TokenPieces.Next(text);
            for (var start = 0; start < piece && tokens <= limit;)
            {
                var length = RunLength(text[start..piece]);
                var bytes = utf8[..Encoding.UTF8.GetBytes(text.Slice(start, length), utf8)];
                if (length < MaxRunLength - 1)
                {
                    tokens += _merges.Value.Count(bytes);
                }
                else
                {
                    if (!bytes.SequenceEqual(last[..lastLength]))
                    {
                        bytes.CopyTo(last);
                        (lastLength, lastTokens) = (bytes.Length, _merges.Value.Count(bytes));
                    }

                    tokens += lastTokens;
                }

                start += length;
            }

            text = text[piece..];
        }

        return tokens;
    }
}
