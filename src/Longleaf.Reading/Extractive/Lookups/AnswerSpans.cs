using System.Buffers;
using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Finds the stretches of a statement that are of the kind a question asks for.</summary>
internal static class AnswerSpans
{
    // Sentences are shorter; what is longer is a table gone wrong or hostile.
    private const int MaxCharacters = 2000;

    // Digits, blanks, commas, dashes and the letters of "or", "and", "to".
    private static readonly SearchValues<char> EnumerationMarks = SearchValues.Create("0123456789,. ornadt-–");

    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "The", "This", "That", "These", "Those", "There", "Then", "When", "Where", "While", "What", "Who", "Why", "How", "And", "But", "For", "From", "With", "After", "Before",
        "During", "Since", "Its", "His", "Her", "Their", "They", "She", "You", "Your", "Our", "One", "Two", "Three", "Some", "Many", "Most", "Each", "Both", "All", "Any", "Not",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "English", "American", "French", "British", "German", "Spanish", "Italian", "Dutch", "Russian", "Chinese", "Japanese", "Indian", "Irish", "Scottish", "Latin", "Greek", "Roman", "European", "African", "Asian", "Christian", "God", "Heaven", "Sir", "Madam", "However", "Although", "Also", "Yes",
    };

    // The last word of a name that is no person's.
    private static readonly HashSet<string> NoPersons = new(StringComparer.OrdinalIgnoreCase)
    {
        "Act", "Agency", "Agreement", "Airport", "Association", "Award", "Bank", "Board", "Building", "Championship", "City", "College", "Commission", "Committee", "Company", "Corporation", "Council",
        "County", "Court", "Cup", "Department", "Exchange", "Festival", "Group", "Hospital", "House", "Inc", "Institute", "Island", "Lake", "League", "Limited", "Ltd", "Ministry", "Museum", "Office",
        "Organization", "Party", "Plan", "Prize", "Republic", "River", "Road", "School", "Section", "Series", "Society", "States", "Street", "Union", "University", "War", "Week", "World",
    };

    /// <summary>Whether the type has spans at all; others are matched by wording.</summary>
    public static bool Has(AnswerType type) => type is >= AnswerType.Count and <= AnswerType.Identifier;

    /// <summary>Whether a text is of the wording that answers the type.</summary>
    public static bool Matches(string text, Question question)
    {
        var head = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        return question.Type switch
        {
            AnswerType.Reason => Names.Reason().IsMatch(head),
            AnswerType.Definition => Names.Definition().IsMatch(head),
            AnswerType.Manner => Names.Manner().IsMatch(head),
            _ when Has(question.Type) => Find(head, question).Count > 0,
            _ => false,
        };
    }

    /// <summary>Whether a text could answer the type though it does not match: "when" also by an occasion without a date.</summary>
    public static bool MayAnswer(string text, Question question) =>
        question.Type == AnswerType.Date && Names.Occasion().IsMatch(text.Length > MaxCharacters ? text[..MaxCharacters] : text);

    /// <summary>The spans of the type, in order, those left out that the question itself names.</summary>
    public static IReadOnlyList<AnswerSpan> Find(string text, Question question)
    {
        var head = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        var spans = Spans(head, question.Type, question.Dimension);
        if (spans.Count == 0 && question.Type == AnswerType.Money)
        {
            // Accounts name the currency once; the amounts below stand bare.
            spans = Spans(head, AnswerType.Percent, Dimension.Any);
            spans = spans.Count > 0 ? spans : [.. Spans(head, AnswerType.Count, Dimension.Any).Where(span => head.AsSpan(span.Start, span.Length).ContainsAny(',', '.'))];
        }
        else if (spans.Count == 0 && question is { Type: AnswerType.Measure, Dimension: not Dimension.Any })
        {
            // "How far": hours may answer it, as may other units.
            spans = Spans(head, AnswerType.Measure, Dimension.Any);
        }

        else if (spans.Count == 0 && question.Type == AnswerType.Date)
        {
            // "45 days after the end of the year" says when.
            spans = [.. Spans(head, AnswerType.Duration, Dimension.Any).Where(span => Names.Offset().IsMatch(head.AsSpan(span.End, Math.Min(12, head.Length - span.End))) || Names.Offset().IsMatch(head.AsSpan(span.End - 1)))];
        }

        if (question.Type == AnswerType.Count)
        {
            spans = [.. spans.Where(span => !IsCode(head, span) && !InExpression(head, span) && !QualifiesAnother(head, span, question.Text))];

            // "How many" of kilograms or euros: the unit belongs to the number.
            AnswerSpan[] wider = [.. Spans(head, AnswerType.Money, Dimension.Any), .. Spans(head, AnswerType.Measure, Dimension.Any), .. Spans(head, AnswerType.Percent, Dimension.Any), .. Spans(head, AnswerType.Duration, Dimension.Any)];
            spans = [.. spans.Where(span => !wider.Any(other => other.Start > span.End && IsOfOtherUnit(head, other, question.Text) && IsEnumeration(head.AsSpan(span.End, other.Start - span.End))))];
            spans = [.. spans.Select(span => wider.FirstOrDefault(other => other.Start <= span.Start && other.End > span.End, span)).Where(span => !IsOfOtherUnit(head, span, question.Text)).Distinct()];
        }

        return [.. spans.Where(span => !InQuestion(head.AsSpan(span.Start, span.Length), question.Text))];
    }

    private static List<AnswerSpan> Spans(string text, AnswerType type, Dimension dimension)
    {
        var pattern = Pattern(type, dimension);
        var spans = new List<AnswerSpan>();
        if (pattern is null)
        {
            return spans;
        }

        foreach (var match in pattern.EnumerateMatches(text))
        {
            var value = text.AsSpan(match.Index, match.Length);
            var lead = value.Length - value.TrimStart().Length;
            value = value.Trim();
            if (value.IsEmpty || (type == AnswerType.Person && NoNames.Contains(value.ToString())))
            {
                continue;
            }

            if (type == AnswerType.Place && value.LastIndexOfAny('为', '是', '在') is var verb and >= 0 && verb + 2 < value.Length)
            {
                // 交货地点为杭州市: the place follows the verb.
                lead += verb + 1;
                value = value[(verb + 1)..];
            }

            if (type is AnswerType.Person or AnswerType.Place && (value.EndsWith("'s") || value.EndsWith("’s")))
            {
                continue;
            }

            if (type == AnswerType.Person && !value.Contains(' '))
            {
                // A lone capitalised word at the start of a sentence is no name yet.
                var before = text.AsSpan(0, match.Index).TrimEnd();
                if (value[0] < 0x3000 && (before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or '"' or '“' or '‘' or '\'' or '—' or '-'))
                {
                    continue;
                }
            }
            else if (type == AnswerType.Person && NoNames.Contains(value[..value.IndexOf(' ')].ToString()))
            {
                var cut = value.IndexOf(' ') + 1;
                lead += cut;
                value = value[cut..];
            }

            if (type == AnswerType.Person && NoPersons.Contains(value[(value.LastIndexOf(' ') + 1)..].ToString()))
            {
                continue;
            }

            spans.Add(new AnswerSpan(match.Index + lead, value.Length, type));
        }

        return spans;
    }

    private static Regex? Pattern(AnswerType type, Dimension dimension) => type switch
    {
        AnswerType.Count => Quantities.Number,
        AnswerType.Measure => Quantities.Of(dimension),
        AnswerType.Percent => Quantities.Percent,
        AnswerType.Money => Quantities.Money,
        AnswerType.Date => Dates.PointInTime(),
        AnswerType.Duration => Quantities.Duration,
        AnswerType.Person => Names.Person(),
        AnswerType.Place => Names.Place(),
        AnswerType.Phone => Names.Phone(),
        AnswerType.Email => Names.Email(),
        AnswerType.Url => Names.Url(),
        AnswerType.Identifier => Names.Code(),
        _ => null,
    };

    // "64 bits wide" does not say how many registers there are.
    private static bool IsOfOtherUnit(string text, AnswerSpan span, string question)
    {
        var start = span.End;
        while (start > span.Start && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        var unit = text.AsSpan(start, Math.Min(3, span.End - start));
        return span.Type is AnswerType.Measure or AnswerType.Duration && unit.Length == 3 && !question.AsSpan().Contains(unit, StringComparison.OrdinalIgnoreCase);
    }

    // "32, 64, or 128 bits": the unit at the end belongs to all of them.
    private static bool IsEnumeration(ReadOnlySpan<char> between) => between.Length < 30 && !between.ContainsAnyExcept(EnumerationMarks);

    // "010", "2.55 Register", "#108": numbers that name.
    private static bool IsCode(string text, AnswerSpan span)
    {
        var value = text.AsSpan(span.Start, span.Length);
        return (value.Length > 1 && value[0] == '0' && char.IsAsciiDigit(value[1])) || (span.Start > 0 && text[span.Start - 1] is '#' or '№')
            || (span.Start == 0 && value.Contains('.') && !value.ContainsAnyExcept(Decimal));
    }

    // "i = 0", "r[3]", "x <= 5": a number of code or of an equation counts nothing.
    private static bool InExpression(string text, AnswerSpan span)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd();
        var after = text.AsSpan(span.End).TrimStart();
        return (before.Length > 0 && before[^1] is '=' or '<' or '>' or '≤' or '≥' or '≠' or '[' or '{' or '\\' or '§' or '×')
            || (after.Length > 0 && after[0] is '=' or '<' or '≤' or '≥' or ']' or '}' or '×')
            || (span.Start > 0 && text[span.Start - 1] is '(' && span.End < text.Length && text[span.End] is ')');
    }

    // "64-bit registers": the number tells a kind of them, unless bits are asked for.
    private static bool QualifiesAnother(string text, AnswerSpan span, string question)
    {
        var end = span.End + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return span.End < text.Length && text[span.End] == '-' && end > span.End + 2 && !question.Contains(text[(span.End + 1)..end], StringComparison.OrdinalIgnoreCase);
    }

    private static bool InQuestion(ReadOnlySpan<char> span, string question) => question.AsSpan().Contains(span, StringComparison.OrdinalIgnoreCase);
}
