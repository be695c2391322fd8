using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>Parts a line that holds several keys with their values: "Invoice no: 17    Date: 2 May", "Name: Li, Age: 30", "Cinema: Rex Contact: Ann".</summary>
internal static partial class LinePairs
{
    /// <summary>The labels and the places of their values in the statement.</summary>
    public static IReadOnlyList<(string Label, Range Value)> Split(Statement statement)
    {
        var text = statement.Text;
        var (start, end) = (statement.Value.Start.Value, statement.Value.End.GetOffset(text.Length));
        var (pairs, label) = (new List<(string, Range)>(), text[statement.Key]);
        foreach (Match next in NextKey().Matches(text[start..end]))
        {
            var offset = statement.Value.Start.Value;
            var (key, border) = (next.Groups["key"], offset + next.Index);
            if (next.Groups["words"] is { Success: true } words)
            {
                // In "Rex Cinemas Contact: Ann" all words may be names: the key is the last, with those before it that keys are made of.
                var at = StartsAfterName(text[offset..(offset + words.Index)]) ? KeyWords(words.Value) : 0;
                (key, border) = (words, offset + words.Index + at);
                if (border > start)
                {
                    pairs.Add((label, start..border));
                    (label, start) = (words.Value[at..], offset + next.Index + next.Length);
                }

                continue;
            }

            if (border > start)
            {
                pairs.Add((label, start..border));
                (label, start) = (key.Value, border + next.Length);
            }
        }

        pairs.Add((label, start..end));
        return pairs;
    }

    // Where nothing or a colon stands before the words, they are the value as well as the key.
    private static bool StartsAfterName(string before) => before.TrimEnd() is "" or [.., ':' or '：'];

    private static int KeyWords(string words)
    {
        var parts = words.Split(' ');
        var first = parts.Length - 1;
        while (first > 1 && Lexicon.OfFields.Alternatives(LabelTerms.Ordered(parts[first - 1])) is [{ Count: > 0 }, ..])
        {
            first--;
        }

        return first == 0 ? 0 : parts.Take(first).Sum(part => part.Length + 1);
    }

    [GeneratedRegex(@"(?:\s{3,}|\t+|\s*[;；|]\s*|[,，]\s*)(?<key>\p{L}[\p{L}\p{N} ./#&'’\-]{0,38}?)\s?[:：](?![/0-9])\s*|(?<![^\s])(?<words>\p{Lu}[\p{L}&'’\-]*(?: (?:\p{Lu}[\p{L}&'’\-]*|#)){0,4}):(?=\s)\s*")]
    private static partial Regex NextKey();
}
