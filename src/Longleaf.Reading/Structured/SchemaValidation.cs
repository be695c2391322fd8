using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>One check of a value against a schema.</summary>
/// <remarks>
/// Alternatives that refer to each other could be tried without end on a nested value: what was found of a value and a schema is kept, and the
/// steps are counted.
/// </remarks>
internal sealed class SchemaValidation
{
    private const int MaxViolations = 20;
    private const int MaxSteps = 5_000_000;

    private readonly Dictionary<(SchemaNode Schema, JsonValue Value), bool> _known = new(ByReference.Instance);
    private readonly List<SchemaViolation> _violations = [];
    private int _steps;
    private bool _exhausted;

    /// <summary>The violations.</summary>
    public IReadOnlyList<SchemaViolation> Run(JsonValue value, SchemaNode schema, string path)
    {
        Check(value, schema, path, _violations);
        return _exhausted ? [.. _violations, new SchemaViolation(path, $"{path} takes too much work to check.")] : _violations;
    }

    /// <summary>Whether there are none, without saying which.</summary>
    public bool Allows(JsonValue value, SchemaNode schema) => Check(value, schema, JsonPath.Root, null) && !_exhausted;

    // Tells whether all is well; what is not is noted, unless nobody asks.
    private bool Check(JsonValue value, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        if (++_steps > MaxSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _exhausted = true;
            return false;
        }

        if (schema.Never)
        {
            return Fail(violations, path, "is not allowed.");
        }

        // With nobody to note things for, the first violation ends it.
        return Holds(schema.Reference is null || Check(value, schema.Reference, path, violations), violations)
            && Holds(CheckType(value, schema, path, violations), violations)
            && Holds(CheckValues(value, schema, path, violations), violations)
            && Holds(CheckAlternatives(value, schema, path, violations), violations)
            && Holds(value.Kind switch
            {
                JsonValueKind.String => CheckString(value.Text, schema, path, violations),
                JsonValueKind.Number => CheckNumber(value.Number!, schema, path, violations),
                JsonValueKind.Array => CheckArray(value, schema, path, violations),
                JsonValueKind.Object => CheckObject(value, schema, path, violations),
                _ => true,
            }, violations)
            && (violations is null || violations.Count == 0);
    }

    // Where violations are noted, checking goes on after one.
    private static bool Holds(bool holds, List<SchemaViolation>? violations) => holds || violations is { Count: < MaxViolations };

    private static bool CheckType(JsonValue value, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        var type = value.Kind switch
        {
            JsonValueKind.Null => JsonTypes.Null,
            JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
            JsonValueKind.Number => value.Number!.IsInteger ? JsonTypes.Integer : JsonTypes.Number,
            JsonValueKind.String => JsonTypes.String,
            JsonValueKind.Array => JsonTypes.Array,
            _ => JsonTypes.Object,
        };
        return (schema.Types & type) != 0 || (violations is not null && Fail(violations, path, $"is {Name(type)}, not {string.Join(" or ", Enum.GetValues<JsonTypes>().Where(one => one is not (JsonTypes.None or JsonTypes.All) && schema.Types.HasFlag(one) && !(one == JsonTypes.Integer && schema.Types.HasFlag(JsonTypes.Number))).Select(Name))}."));
    }

    private static bool CheckValues(JsonValue value, SchemaNode schema, string path, List<SchemaViolation>? violations) =>
        (schema.ValueSet is null || schema.ValueSet.Contains(value) || Fail(violations, path, "is none of the values of 'enum'."))
        & (schema.Constant is null || schema.Constant.Equals(value) || Fail(violations, path, "is not the value of 'const'."));

    private bool CheckAlternatives(JsonValue value, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        if (schema.AnyOf.Count == 0)
        {
            return true;
        }

        foreach (var alternative in schema.AnyOf)
        {
            if (!_known.TryGetValue((alternative, value), out var matches))
            {
                matches = Check(value, alternative, path, null);
                _known[(alternative, value)] = matches;
            }

            if (matches)
            {
                return true;
            }
        }

        return Fail(violations, path, "matches none of the schemas of 'anyOf'.");
    }

    private static bool CheckString(string text, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        var valid = true;
        if (schema.MinLength > 0 || schema.MaxLength < int.MaxValue)
        {
            var length = text.Length - text.Count(char.IsLowSurrogate);
            valid &= length >= schema.MinLength || Fail(violations, path, Format($"has {length} characters, fewer than {schema.MinLength}."));
            valid &= length <= schema.MaxLength || Fail(violations, path, Format($"has {length} characters, more than {schema.MaxLength}."));
        }

        if (schema.Pattern is not null && schema.Pattern.Matches(text) is var matches && matches != true)
        {
            valid &= Fail(violations, path, matches is null ? "takes too long to match with 'pattern'." : "does not match 'pattern'.");
        }

        return valid & (StringFormats.Matches(text, schema.Format) || Fail(violations, path, $"is not of the format '{StringFormats.Name(schema.Format)}'."));
    }

    private static bool CheckNumber(JsonNumber number, SchemaNode schema, string path, List<SchemaViolation>? violations) =>
        (schema.Minimum is null || number.CompareTo(schema.Minimum) >= 0 || Fail(violations, path, "is less than 'minimum'."))
        & (schema.Maximum is null || number.CompareTo(schema.Maximum) <= 0 || Fail(violations, path, "is greater than 'maximum'."))
        & (schema.ExclusiveMinimum is null || number.CompareTo(schema.ExclusiveMinimum) > 0 || Fail(violations, path, "is not greater than 'exclusiveMinimum'."))
        & (schema.ExclusiveMaximum is null || number.CompareTo(schema.ExclusiveMaximum) < 0 || Fail(violations, path, "is not less than 'exclusiveMaximum'."))
        & (schema.MultipleOf is null || number.IsMultipleOf(schema.MultipleOf) || Fail(violations, path, "is no multiple of 'multipleOf'."));

    private bool CheckArray(JsonValue array, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        var (items, valid) = (array.Items, true);
        valid &= items.Count >= schema.MinItems || Fail(violations, path, Format($"has {items.Count} items, fewer than {schema.MinItems}."));
        valid &= items.Count <= schema.MaxItems || Fail(violations, path, Format($"has {items.Count} items, more than {schema.MaxItems}."));
        valid &= !schema.UniqueItems || items.Distinct().Count() == items.Count || Fail(violations, path, "has two items that are equal.");
        for (var i = 0; i < items.Count && Holds(valid, violations); i++)
        {
            var of = i < schema.PrefixItems.Count ? schema.PrefixItems[i] : schema.Items;
            valid &= of is null || Check(items[i], of, JsonPath.Item(path, i), violations);
        }

        return valid;
    }

    private bool CheckObject(JsonValue value, SchemaNode schema, string path, List<SchemaViolation>? violations)
    {
        var (members, valid) = (value.Members, true);
        valid &= members.Count >= schema.MinProperties || Fail(violations, path, Format($"has {members.Count} properties, fewer than {schema.MinProperties}."));
        valid &= members.Count <= schema.MaxProperties || Fail(violations, path, Format($"has {members.Count} properties, more than {schema.MaxProperties}."));
        foreach (var name in schema.Required)
        {
            valid &= value.Member(name) is not null || Fail(violations, JsonPath.Member(path, name), "is required and missing.");
        }

        foreach (var (name, member) in members)
        {
            if (!Holds(valid, violations))
            {
                break;
            }

            var of = schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties;
            valid &= of is null || Check(member, of, JsonPath.Member(path, name), violations);
        }

        return valid;
    }

    private static bool Fail(List<SchemaViolation>? violations, string path, string what)
    {
        if (violations is { Count: < MaxViolations })
        {
            violations.Add(new SchemaViolation(path, $"{path} {what}"));
        }

        return false;
    }

    private static string Name(JsonTypes type) => type switch
    {
        JsonTypes.Null => "null",
        JsonTypes.Boolean => "a boolean",
        JsonTypes.Integer => "an integer",
        JsonTypes.Number => "a number",
        JsonTypes.String => "a string",
        JsonTypes.Array => "an array",
        _ => "an object",
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Values are compared by what they are, not by what they hold: the same object is checked once.
    private sealed class ByReference : IEqualityComparer<(SchemaNode Schema, JsonValue Value)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((SchemaNode Schema, JsonValue Value) x, (SchemaNode Schema, JsonValue Value) y) =>
            ReferenceEquals(x.Schema, y.Schema) && ReferenceEquals(x.Value, y.Value);

        public int GetHashCode((SchemaNode Schema, JsonValue Value) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Schema), RuntimeHelpers.GetHashCode(pair.Value));
    }
}
