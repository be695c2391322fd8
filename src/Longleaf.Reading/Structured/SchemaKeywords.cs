using System.Text.Json;

namespace Longleaf.Reading.Structured;

/// <summary>Reads the keywords of one schema object.</summary>
internal sealed class SchemaKeywords(SchemaBuilder builder, SchemaNode node, JsonValue schema, string pointer, int depth)
{
    // What is compared digit by digit: nobody writes longer bounds.
    private const int LongestNumber = 400;

    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$schema", "$comment", "default", "examples", "deprecated", "readOnly", "writeOnly",
    };

    private static readonly Dictionary<string, JsonTypes> TypeNames = new(StringComparer.Ordinal)
    {
        ["null"] = JsonTypes.Null,
        ["boolean"] = JsonTypes.Boolean,
        ["integer"] = JsonTypes.Integer,
        ["number"] = JsonTypes.Number | JsonTypes.Integer,
        ["string"] = JsonTypes.String,
        ["array"] = JsonTypes.Array,
        ["object"] = JsonTypes.Object,
    };

    /// <summary>Reads them all into the node.</summary>
    public void Read()
    {
        foreach (var (name, value) in schema.Members)
        {
            ReadKeyword(name, value, JsonPath.Member(node.Path, name));
        }

        if (builder.Strict)
        {
            CheckStrict();
        }
    }

    private void ReadKeyword(string name, JsonValue value, string path)
    {
        switch (name)
        {
            case "type":
                node.Types = Types(value, path);
                break;
            case "enum":
                ReadEnum(value, path);
                break;
            case "const":
                node.Constant = value;
                builder.CountValues(path, [value]);
                break;
            case "anyOf":
                node.AnyOf = Schemas(value, path, name);
                break;
            case "$ref":
                ReadReference(value, path);
                break;
            case "$defs" or "definitions":
                ReadDefinitions(value, path, name);
                break;
            case "properties":
                ReadProperties(value, path);
                break;
            case "required":
                ReadRequired(value, path);
                break;
            case "additionalProperties":
                node.AdditionalProperties = builder.Node(value, path, Pointer(name), depth + 1);
                break;
            case "items":
                node.Items = builder.Node(value, path, Pointer(name), depth + 1);
                break;
            case "prefixItems":
                node.PrefixItems = Schemas(value, path, name);
                break;
            case "$id" when depth == 0:
                break;
            case "title":
                node.Title = Text(value, path);
                break;
            case "description":
                node.Description = Text(value, path);
                break;
            case "pattern" or "format":
                ReadText(name, value, path);
                break;
            default:
                ReadBound(name, value, path);
                break;
        }
    }

    private void ReadText(string name, JsonValue value, string path)
    {
        var text = Text(value, path);
        if (name == "pattern")
        {
            (node.Pattern, var problem) = StringPattern.Parse(text);
            if (node.Pattern is null)
            {
                builder.Refuse(path, problem);
            }

            return;
        }

        // To the draft a format that is not known says nothing; OpenAI refuses it.
        node.Format = StringFormats.Find(text);
        if (node.Format == StringFormat.None && builder.Strict)
        {
            builder.Refuse(path, $"the format is not known; known are {StringFormats.Known}.");
        }
    }

    private void ReadBound(string name, JsonValue value, string path)
    {
        switch (name)
        {
            case "minimum":
                node.Minimum = Number(value, path);
                break;
            case "maximum":
                node.Maximum = Number(value, path);
                break;
            case "exclusiveMinimum":
                node.ExclusiveMinimum = Number(value, path);
                break;
            case "exclusiveMaximum":
                node.ExclusiveMaximum = Number(value, path);
                break;
            case "multipleOf":
                node.MultipleOf = Number(value, path);
                if (node.MultipleOf is { } divisor && (divisor.IsZero || divisor.IsNegative))
                {
                    builder.Refuse(path, "must be greater than 0.");
                }

                break;
            case "minLength":
                node.MinLength = Count(value, path);
                break;
            case "maxLength":
                node.MaxLength = Count(value, path);
                break;
            case "minItems":
                node.MinItems = Count(value, path);
                break;
            case "maxItems":
                node.MaxItems = Count(value, path);
                break;
            case "minProperties":
                node.MinProperties = Count(value, path);
                break;
            case "maxProperties":
                node.MaxProperties = Count(value, path);
                break;
            case "uniqueItems":
                node.UniqueItems = value.Kind == JsonValueKind.True;
                RefuseUnless(value.Kind is JsonValueKind.True or JsonValueKind.False, path, "must be true or false.");
                break;
            default:
                RefuseUnless(Annotations.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal), path, Unknown(name));
                break;
        }
    }

    private static string Unknown(string name) => name switch
    {
        "oneOf" => "'oneOf' is not supported; write 'anyOf'.",
        "allOf" => "'allOf' is not supported; write the keywords side by side in one schema.",
        "nullable" => "'nullable' is not a keyword of JSON Schema; write \"type\": [\"string\", \"null\"].",
        "$id" => "'$id' is supported only at the top.",
        _ => $"the keyword '{(name.Length > 80 ? name[..80] + "…" : name)}' is not supported.",
    };

    private JsonTypes Types(JsonValue value, string path)
    {
        JsonValue[] names = value.Kind == JsonValueKind.Array ? [.. value.Items] : [value];
        var types = JsonTypes.None;
        foreach (var name in names)
        {
            var type = name.Kind == JsonValueKind.String ? TypeNames.GetValueOrDefault(name.Text) : JsonTypes.None;
            RefuseUnless(type != JsonTypes.None, path, "must be one or several of \"null\", \"boolean\", \"integer\", \"number\", \"string\", \"array\", \"object\".");
            types |= type;
        }

        RefuseUnless(names.Length > 0, path, "must name at least one type.");
        return types;
    }

    private void ReadEnum(JsonValue value, string path)
    {
        RefuseUnless(value is { Kind: JsonValueKind.Array, Items.Count: > 0 }, path, "must be an array of at least one value.");
        node.Values = value.Items;
        builder.CountValues(path, value.Items);
        node.ValueSet = [.. value.Items];
    }

    private void ReadReference(JsonValue value, string path)
    {
        var reference = Text(value, path);
        RefuseUnless(reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal), path, "only references within the schema, such as '#' and '#/$defs/name', are supported.");
        builder.Refer(node, reference);
    }

    private void ReadDefinitions(JsonValue value, string path, string name)
    {
        RefuseUnless(value.Kind == JsonValueKind.Object, path, "must be an object of schemas.");
        foreach (var (key, definition) in value.Members)
        {
            builder.CountCharacters(path, key.Length);

            // A definition starts anew: it is not nested in what holds it.
            builder.Node(definition, JsonPath.Member(path, key), Pointer(name, key), Math.Max(depth, 1));
        }
    }

    private void ReadProperties(JsonValue value, string path)
    {
        RefuseUnless(value.Kind == JsonValueKind.Object, path, "must be an object of schemas.");
        foreach (var (key, property) in value.Members)
        {
            builder.CountProperty(path, key);
            node.Properties[key] = builder.Node(property, JsonPath.Member(path, key), Pointer("properties", key), depth + 1);
        }
    }

    private void ReadRequired(JsonValue value, string path)
    {
        RefuseUnless(value.Kind == JsonValueKind.Array && value.Items.All(name => name.Kind == JsonValueKind.String), path, "must be an array of property names.");
        foreach (var name in value.Items)
        {
            builder.CountCharacters(path, name.Text.Length);
            RefuseUnless(node.Required.Add(name.Text), path, "names a property twice.");
        }
    }

    private List<SchemaNode> Schemas(JsonValue value, string path, string name)
    {
        RefuseUnless(value is { Kind: JsonValueKind.Array, Items.Count: > 0 }, path, "must be an array of at least one schema.");
        return [.. value.Items.Select((item, i) => builder.Node(item, JsonPath.Item(path, i), Pointer(name, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), depth + 1))];
    }

    private string Text(JsonValue value, string path)
    {
        RefuseUnless(value.Kind == JsonValueKind.String, path, "must be a string.");
        return value.Text;
    }

    private JsonNumber? Number(JsonValue value, string path)
    {
        RefuseUnless(value.Kind == JsonValueKind.Number && value.Text.Length <= LongestNumber, path, $"must be a number of at most {LongestNumber} characters.");
        return value.Number;
    }

    private int Count(JsonValue value, string path)
    {
        var isCount = value is { Kind: JsonValueKind.Number, Number: { IsInteger: true, IsNegative: false } };
        RefuseUnless(isCount, path, "must be a whole number of 0 or more.");

        // No value has as many as an int can count.
        return isCount && value.Number!.ToPlainString(9) is { } digits && int.TryParse(digits, out var count) ? count : int.MaxValue;
    }

    private void CheckStrict()
    {
        if (node.Properties.Count == 0 && (node.Types == JsonTypes.All || !node.Types.HasFlag(JsonTypes.Object)))
        {
            return;
        }

        RefuseUnless(
            schema.Member("additionalProperties")?.Kind == JsonValueKind.False, JsonPath.Member(node.Path, "additionalProperties"), "'additionalProperties' must be given as false in a strict schema.");
        var required = JsonPath.Member(node.Path, "required");
        foreach (var name in node.Properties.Keys)
        {
            RefuseUnless(node.Required.Contains(name), required, $"must list every property in a strict schema; {JsonPath.Member("", name).TrimStart('.')} is missing. What may be absent is given the type [\"…\", \"null\"].");
        }

        foreach (var name in node.Required)
        {
            RefuseUnless(node.Properties.ContainsKey(name), required, $"lists {JsonPath.Member("", name).TrimStart('.')}, which is no property.");
        }
    }

    private void RefuseUnless(bool condition, string path, string reason)
    {
        if (!condition)
        {
            builder.Refuse(path, reason);
        }
    }

    private string Pointer(params ReadOnlySpan<string> steps)
    {
        var to = pointer;
        foreach (var step in steps)
        {
            to += "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        }

        return to;
    }
}
