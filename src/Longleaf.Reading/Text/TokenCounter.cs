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

    // Qwen2.5's tokenizer.json, added_tokens.
    private static readonly string[] SpecialTokens =
    [
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>",
        "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>",
        "<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>",
    ];

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

        var (tokens, at) = (0, 0);
        for (var mark = text.IndexOf('<'); mark >= 0 && tokens <= limit;)
        {
            var special = SpecialAt(text[mark..]);
            if (special > 0)
            {
                tokens += CountPieces(text[at..mark], limit - tokens) + 1;
                at = mark + special;
            }

            var from = Math.Max(at, mark + 1);
            var next = text[from..].IndexOf('<');
            mark = next < 0 ? -1 : from + next;
        }

        return tokens > limit ? tokens : tokens + CountPieces(text[at..], limit - tokens);
    }

    private static int SpecialAt(ReadOnlySpan<char> text)
    {
        foreach (var token in SpecialTokens)
        {
            if (text.StartsWith(token, StringComparison.Ordinal))
            {
                return token.Length;
            }
        }

        return 0;
    }

    private int CountPieces(ReadOnlySpan<char> text, int limit)
    {
        Span<byte> utf8 = stackalloc byte[MaxRunLength * 3];
        var tokens = 0;
        while (!text.IsEmpty && tokens <= limit)
        {
            var piece = TokenPieces.Next(text);
            for (var start = 0; start < piece && tokens <= limit;)
            {
                var length = Math.Min(piece - start, MaxRunLength);
                length -= start + length < piece && char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0;
                tokens += _merges.Value.Count(utf8[..Encoding.UTF8.GetBytes(text.Slice(start, length), utf8)]);
                start += length;
            }

            text = text[piece..];
        }

        return tokens;
    }
}
