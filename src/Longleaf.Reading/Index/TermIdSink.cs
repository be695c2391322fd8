using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Numbers the terms of a text.</summary>
/// <param name="terms">Numbers them.</param>
/// <param name="ids">Takes the numbers.</param>
internal readonly struct TermIdSink(TermTable terms, List<int> ids) : ITermSink
{
    /// <inheritdoc/>
    public void Add(ReadOnlySpan<char> term, int start, int length) => ids.Add(terms.Add(term));
}
