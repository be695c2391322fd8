using System.Text;

namespace Longleaf.Evaluation.Needles;

/// <summary>Puts needles into texts: after a sentence of theirs, in the middle of a paragraph, at the depth asked for.</summary>
internal static class NeedleHaystack
{
    // How far from its depth a needle may come to stand, and how near to the one before, in UTF-16 units.
    private const int MaxDrift = 6_000;
    private const int MinDistance = 60;
    private const int MinWord = 4;

    /// <summary>The texts with all sentences in them.</summary>
    /// <param name="texts">The haystack; not empty.</param>
    /// <param name="sentences">What is put in.</param>
    public static IReadOnlyList<(string Name, string Text)> Insert(IReadOnlyList<(string Name, string Text)> texts, IReadOnlyList<NeedleSentence> sentences)
    {
        var total = texts.Sum(text => (long)text.Text.Length);
        var places = texts.Select(_ => new List<(int At, string Text)>()).ToArray();
        var (document, start) = (0, 0L);
        foreach (var sentence in sentences.OrderBy(sentence => sentence.Depth))
        {
            var target = (long)(sentence.Depth * total);
            while (document < texts.Count - 1 && target >= start + texts[document].Text.Length)
            {
                start += texts[document++].Text.Length;
            }

            var last = places[document] is [.., var before] ? before.At + MinDistance : 0;
            places[document].Add((Place(texts[document].Text, (int)Math.Max(target - start, last)), sentence.Text));
        }

        return [.. texts.Select((text, number) => (text.Name, Write(text.Text, places[number])))];
    }

    // After a sentence with which its paragraph does not end; at the next line's end, or the text's, where there is none near.
    private static int Place(string text, int from)
    {
        var end = Math.Min(text.Length - 2, from + MaxDrift);
        for (var at = Math.Max(from, MinWord); at < end; at++)
        {
            var isEnd = text[at] == '。'
                ? text[at + 1] is not ('”' or '」' or '’' or '\n' or '\r')
                : text[at] is '.' or '!' or '?' && text[at + 1] == ' ' && char.IsUpper(text[at + 2]) && text.AsSpan(at - MinWord, MinWord).IndexOfAnyExceptInRange('a', 'z') < 0;
            if (isEnd)
            {
                return at + 1;
            }
        }

        var line = from < text.Length ? text.IndexOf('\n', from) : -1;
        return line < 0 ? text.Length : line;
    }

    private static string Write(string text, List<(int At, string Text)> places)
    {
        var (written, from) = (new StringBuilder(text.Length + places.Sum(place => place.Text.Length + 1)), 0);
        foreach (var (at, sentence) in places)
        {
            written.Append(text, from, at - from).Append(at > 0 && text[at - 1] < '\u2E80' ? " " : "").Append(sentence);
            from = at;
        }

        return written.Append(text, from, text.Length - from).ToString();
    }
}
