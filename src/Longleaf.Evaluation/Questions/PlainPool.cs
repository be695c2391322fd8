using Longleaf.Evaluation.Baselines;
using Longleaf.Evaluation.Data;
using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Questions;

/// <summary>The peer's pool: whole paragraphs with their titles, and chunks of the haystack.</summary>
internal sealed class PlainPool
{
    private readonly List<string> _texts = [];
    private readonly List<int> _firsts = [];

    /// <summary>Indexes sets and a haystack.</summary>
    public PlainPool(IReadOnlyList<QuestionSet> sets, IReadOnlyList<(string Name, string Text)> haystack, CancellationToken cancellationToken)
    {
        foreach (var set in sets)
        {
            _firsts.Add(_texts.Count);
            foreach (var unit in set.Units)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add($"{unit.Title} {unit.Text}", unit.Text);
            }
        }

        foreach (var (name, text) in haystack)
        {
            foreach (var range in TextChunks.Of(text))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add($"{Path.GetFileNameWithoutExtension(name)} {text[range]}", text[range]);
            }
        }
    }

    /// <summary>The search.</summary>
    public PlainBm25 Search { get; } = new();

    /// <summary>The text of a paragraph or chunk.</summary>
    public string TextOf(int number) => _texts[number];

    /// <summary>The number of a set's paragraph.</summary>
    public int NumberOf(int set, int unit) => _firsts[set] + unit;

    /// <summary>Tokens of a paragraph or chunk.</summary>
    public int TokensOf(int number) => TokenCounter.Shared.Count(_texts[number]);

    private void Add(string indexed, string text)
    {
        Search.Add(indexed);
        _texts.Add(text);
    }
}
