using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;

namespace Longleaf.Reading.Structured;

/// <summary>Reads the value of a field out of the text that stands for it, in the form that the schema asks for.</summary>
internal static partial class ValueReader
{
    // Values are short; what is longer is running text.
    private const int MaxText = 4000;
    private const int MaxCandidates = 24;

    /// <summary>The first value that matches the schema; <see langword="null"/> if there is none.</summary>
    /// <param name="node">The field's schema.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">The text, at least as it stands in the document.</param>
    /// <param name="habits">How its document writes numbers and dates.</param>
    public static ReadValue? Read(SchemaNode node, FieldQuery field, string text, WritingHabits habits)
    {
        var head = text.Length > MaxText ? text[..MaxText] : text;
        return SchemaShapes.Of(node).Where(shape => shape.IsScalar)
            .SelectMany(shape => Candidates(shape, field, head, habits).Take(MaxCandidates))
            .FirstOrDefault(candidate => SchemaShapes.Allows(node, candidate.Value));
    }

    private static IEnumerable<ReadValue> Candidates(SchemaShape shape, FieldQuery field, string text, WritingHabits habits)
    {
        if (shape.Node.Constant is { } constant)
        {
            return [new ReadValue(constant, ..)];
        }

        if (shape.Node.Values is { } values && shape.Type is JsonTypes.String)
        {
            return ChoiceReader.Read(values, field, text);
        }

        return shape.Type switch
        {
            JsonTypes.Boolean => TruthReader.Read(text) is { } truth ? [new ReadValue(JsonValue.Of(truth), ..)] : [],
            JsonTypes.Integer or JsonTypes.Number => Numbers(shape, text, habits),
            JsonTypes.String => Strings(shape.Node, field, text, habits),
            _ => [],
        };
    }

    private static IEnumerable<ReadValue> Numbers(SchemaShape shape, string text, WritingHabits habits)
    {
        var asShare = shape.Node.Maximum is { } maximum && maximum.CompareTo(JsonNumber.Of(1)) <= 0;
        return NumberReader.Read(text, habits, asShare).Select(read => new ReadValue(JsonValue.OfNumber(read.Number), read.Place));
    }

    private static IEnumerable<ReadValue> Strings(SchemaNode node, FieldQuery field, string text, WritingHabits habits)
    {
        switch (node.Format)
        {
            case StringFormat.Date:
                return DateReader.Dates(text, habits).Select(read => new ReadValue(JsonValue.Of(DateReader.Write(read.Date)), read.Place));
            case StringFormat.DateTime:
                return DateReader.Moments(text, habits).Select(read => new ReadValue(JsonValue.Of(read.Moment), read.Place));
            case StringFormat.Time:
                return DateReader.Times(text).Select(read => new ReadValue(JsonValue.Of(read.Time), read.Place));
            case StringFormat.Duration:
                return DateReader.Durations(text).Select(read => new ReadValue(JsonValue.Of(read.Duration), read.Place));
            case StringFormat.Email:
                return Spans(Names.Email(), text);
            case StringFormat.Uri:
                return Spans(Names.Url(), text).SelectMany(WithScheme);
            case not StringFormat.None:
                return Spans(Token(), text);
        }

        if (node.Pattern is not null)
        {
            // The whole, then what of it may be the code that the pattern means.
            var parts = Plain(text).Concat(Spans(Names.Code(), text)).Concat(Spans(Token(), text));
            return node.Pattern.Within is { } within ? parts.Concat(within.Find(text)) : parts;
        }

        if (field.Names("id number code reference 编号 号码") && CurrencyReader.Read(text).Any())
        {
            return [];
        }

        var named = field.Names("email mail 邮箱") ? Spans(Names.Email(), text) : field.Names("phone telephone fax mobile 电话 手机") ? Spans(Names.Phone(), text) : [];
        return named.Concat(field.Names("currency 币种 货币") ? CurrencyReader.Read(text) : Plain(text));
    }

    private static IEnumerable<ReadValue> Plain(string text)
    {
        var plain = QuotedText.Plain(text).TrimEnd(',', ';', '，', '；', '、').Trim();
        return plain.Length == 0 || Blank().IsMatch(plain) ? [] : [new ReadValue(JsonValue.Of(plain), ..)];
    }

    private static IEnumerable<ReadValue> Spans(Regex pattern, string text) =>
        pattern.Matches(text).Where(match => match.Length > 0).Select(match => new ReadValue(JsonValue.Of(match.Value), match.Index..(match.Index + match.Length)));

    // www.example.org is an address to people and none to the format.
    private static IEnumerable<ReadValue> WithScheme(ReadValue read) => [read, read with { Value = JsonValue.Of("https://" + read.Value.Text) }];

    [GeneratedRegex(@"[^\s,;，；。、()（）""“”<>|]+(?<![.:])")]
    private static partial Regex Token();

    // What forms write where there is nothing.
    [GeneratedRegex(@"^(?:[-–—_./\s]+|n/?a|nil|null|none|unknown|无|空|未知|不详)$", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();
}
