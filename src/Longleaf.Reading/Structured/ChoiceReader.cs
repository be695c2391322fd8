using System.Text.Json;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Structured;

/// <summary>Reads which of some given values a text names.</summary>
internal static class ChoiceReader
{
    /// <summary>The values named, the surest first.</summary>
    /// <param name="values">The values of an <c>enum</c>.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<ReadValue> Read(IReadOnlyList<JsonValue> values, FieldQuery field, string text)
    {
        JsonValue[] choices = [.. values.Where(value => value.Kind == JsonValueKind.String && value.Text.Length > 0)];

        // :: 1: to the letter.
        var named = Named(choices, text);

        // :: 2: a currency by its sign.
        var currencies = CurrencyReader.Read(text).Where(currency => choices.Contains(currency.Value));

        // :: 3: by its words, or by those that stand for them.
        var terms = Terms(text).ToHashSet(StringComparer.Ordinal);
        var meant = choices.Where(choice => Means(choice.Text, terms)).Select(choice => new ReadValue(choice, ..));

        // :: 4: "yes" to what the field is called.
        var answered = TruthReader.Read(text) is { } truth ? choices.Where(choice => TruthReader.Read(choice.Text) == truth).Take(1).Select(choice => new ReadValue(choice, ..)) : [];
        return named.Concat(currencies).Concat(field.Terms.Count > 0 ? meant : []).Concat(answered);
    }

    /// <summary>The values that a text names to the letter; the longest of those that start first, so that "not paid" is not "paid".</summary>
    public static IEnumerable<ReadValue> Named(IReadOnlyList<JsonValue> choices, string text) =>
        choices.Select(choice => (Choice: choice, Place: Place(text, choice.Text)))
            .Where(found => found.Place is not null)
            .OrderBy(found => found.Place!.Value.Start.Value)
            .ThenByDescending(found => found.Choice.Text.Length)
            .Select(found => new ReadValue(found.Choice, found.Place!.Value));

    private static Range? Place(string text, string choice)
    {
        var words = FieldQuery.Split(choice);
        return Whole(text, choice) ?? (words.Length > 0 ? Whole(text, words) : null);
    }

    private static Range? Whole(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !SameWord(text[at - 1], words[0])) && (end == text.Length || !SameWord(words[^1], text[end])))
            {
                return at..end;
            }
        }

        return null;
    }

    private static bool SameWord(char one, char other) => char.IsLetterOrDigit(one) && char.IsLetterOrDigit(other) && !QuestionLanguage.IsIdeograph(one) && !QuestionLanguage.IsIdeograph(other);

    private static bool Means(string choice, HashSet<string> terms)
    {
        var own = Terms(FieldQuery.Split(choice));
        if (own.Count == 0)
        {
            return false;
        }

        var (general, fields) = (Lexicon.Shared.Alternatives(own), Lexicon.OfFields.Alternatives(own));
        return own.Select((term, i) => terms.Contains(term) || general[i].Concat(fields[i]).Any(set => set.All(terms.Contains))).All(said => said);
    }

    private static List<string> Terms(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term)];
}
