namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Words that a document writes with a hyphen within a line: at a line's end the hyphen is theirs too, and not a cut.</summary>
internal sealed class CompoundWords
{
    private const int MostWords = 100_000;
    private const int MostLetters = 40;

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public CompoundWords(IEnumerable<PageContent> pages)
    {
        foreach (var line in pages.SelectMany(page => page.Lines))
        {
            Take(line.Text);
        }
    }

    /// <summary>Whether a word with a hyphen is one of the document's, or of one letter before it ("x-axis").</summary>
    public bool Contains(string word) => word.Length > 1 && (word[1] is '-' or '\u2010' || _words.Contains(word));

    private void Take(string line)
    {
        for (var at = line.AsSpan().IndexOfAny('-', '\u2010'); at >= 0 && _words.Count < MostWords;)
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && at - start < MostLetters && char.IsLetter(line[start - 1]))
            {
                start--;
            }

            while (end < line.Length && end - at < MostLetters && char.IsLetter(line[end]))
            {
                end++;
            }

            if (start < at && end > at + 1)
            {
                _words.Add(line[start..end]);
            }

            var next = line.AsSpan(at + 1).IndexOfAny('-', '\u2010');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
