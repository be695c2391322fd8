using System.Text;
using Longleaf.Documents;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Builds a document's index segment from its blocks in one pass, in bounded memory.</summary>
/// <param name="documentName">What people know the document by, such as its file name: every passage is found by it too.</param>
public sealed class SegmentBuilder(string documentName = "")
{
    // A block that starts with a blank, or goes on where one was cut, is counted with those before it, up to this many UTF-16 units.
    private const int MaxPendingCharacters = 4 * Block.MaxCharacters;

    private readonly TermTable _terms = new();
    private readonly PostingsArena _postings = new();
    private readonly PassageTable _passages = new();
    private readonly TitleTable _titles = new();
    private readonly List<Block> _pending = [];
    private readonly StringBuilder _pendingText = new();
    private readonly List<Range> _sentences = [];
    private readonly List<int> _ids = [];
    private PassageIndexer? _indexer;
    private PassagePacker? _packer;
    private int[] _tableHeader = [];
    private long _tokens;

    private PassageIndexer Indexer => _indexer ??= new PassageIndexer(documentName, _terms, _postings, _passages, _titles);

    private PassagePacker Packer => _packer ??= new PassagePacker(Indexer.Add);

    /// <summary>Takes the next block.</summary>
    /// <param name="block">A block with its location complete.</param>
    public void Add(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var join = _pending.Count == 0 ? "" : block.Join switch { BlockJoin.Paragraph => "\n\n", BlockJoin.Line => "\n", _ => "" };
        _pendingText.Append(join);

        // Tokens of Qwen2.5 reach over a line break only into more blanks: what is before is counted alone.
        var goesOn = join.Length == 0 || block.Text.Length == 0 || char.IsWhiteSpace(block.Text[0]);
        if (!goesOn || _pendingText.Length > MaxPendingCharacters)
        {
            Flush();
        }

        _pending.Add(block);
        _pendingText.Append(block.Text);
    }

    /// <summary>Writes the segment.</summary>
    /// <param name="output">Where it goes; not disposed here.</param>
    /// <returns>What was counted.</returns>
    public SegmentSummary Complete(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Flush();
        Packer.Complete();
        new SegmentWriter(output, _terms, _postings, _passages, _titles).Write(_tokens);
        return new SegmentSummary(_tokens, _passages.Count);
    }

    private void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var text = _pendingText.ToString();
        var tokens = TokenCounter.Shared.Count(text);
        var tokensPerByte = (double)tokens / Math.Max(Encoding.UTF8.GetByteCount(text), 1);
        if (_tokens <= SegmentSummary.MaxIndexedTokens)
        {
            foreach (var block in _pending)
            {
                Pack(block, tokensPerByte);
            }
        }

        _tokens += tokens;
        _pending.Clear();
        _pendingText.Clear();
    }

    private void Pack(Block block, double tokensPerByte)
    {
        _sentences.Clear();
        Sentences.Split(block.Text, everyLine: block.Kind is BlockKind.Code or BlockKind.Table, _sentences);
        if (block.Kind != BlockKind.Table || block.Join == BlockJoin.Paragraph)
        {
            _tableHeader = [];
        }

        var titles = block.Kind == BlockKind.Heading ? TitleTable.KeysOf(block.Text) : [];
        var (at, bytes) = (0, block.Location.ByteStart);
        for (var i = 0; i < _sentences.Count; i++)
        {
            var (start, end) = (_sentences[i].Start.Value, _sentences[i].End.Value);
            bytes += Encoding.UTF8.GetByteCount(block.Text.AsSpan(at, start - at));
            var traits = block.Kind == BlockKind.Heading ? SentenceTraits.Heading : SentenceTraits.None;
            traits |= i == _sentences.Count - 1 ? SentenceTraits.EndsBlock : SentenceTraits.None;
            traits |= block.Kind == BlockKind.Table && i == 0 && _tableHeader.Length == 0 ? SentenceTraits.TableHeader : SentenceTraits.None;
            foreach (var piece in Pieces(block.Text, start, end, tokensPerByte))
            {
                var text = block.Text.AsSpan(piece);
                var length = Encoding.UTF8.GetByteCount(text);
                var last = piece.End.Value == end;
                Packer.Add(new PackedSentence(
                    bytes, length, Math.Max(1, (int)Math.Round(length * tokensPerByte)), Analyze(text), block.Location.Section, _tableHeader,
                    last ? traits : traits & ~SentenceTraits.EndsBlock)
                { TitleKeys = titles });
                titles = [];
                bytes += length;
                if ((traits & SentenceTraits.TableHeader) != 0)
                {
                    _tableHeader = [.. _ids];
                }
            }

            at = end;
        }
    }

    // A sentence that no passage could hold is cut at a blank, or between two characters where it has none.
    private static IEnumerable<Range> Pieces(string text, int start, int end, double tokensPerByte)
    {
        while (true)
        {
            var tokens = Encoding.UTF8.GetByteCount(text.AsSpan(start, end - start)) * tokensPerByte;
            if (tokens <= PassagePacker.MaxTokens || end - start < 2)
            {
                yield return start..end;
                yield break;
            }

            var pieces = Math.Ceiling(tokens / PassagePacker.MinTokens);
            var length = Math.Max(1, (int)((end - start) / pieces));
            var blank = text.AsSpan(start, length).LastIndexOfAny(' ', '，', '、');
            var cut = blank > length / 2 ? start + blank + 1 : start + length;
            cut += char.IsLowSurrogate(text[cut]) ? 1 : 0;
            yield return start..cut;
            start = cut;
        }
    }

    private int[] Analyze(ReadOnlySpan<char> text)
    {
        _ids.Clear();
        var sink = new TermIdSink(_terms, _ids);
        new TermScanner<TermIdSink>(ref sink, indexing: true).Scan(text);
        return [.. _ids];
    }
}
