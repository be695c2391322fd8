using System.Text.Json;

namespace Longleaf.Conformance.Rules;

/// <summary>What strict clients insist on in an object: its keys, and the types of their values.</summary>
internal static class JsonShape
{
    /// <summary>Exactly these keys in any order, and of <paramref name="optional"/> any.</summary>
    public static void Keys(JsonElement element, IEnumerable<string> required, params string[] optional)
    {
        Assert.Equal(JsonValueKind.Object, element.ValueKind);
        var names = element.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Distinct(names);
        Assert.Equal(required.Order(), names.Except(optional).Order());
    }

    public static string Text(JsonElement element, string name)
    {
        Assert.Equal(JsonValueKind.String, element.GetProperty(name).ValueKind);
        return element.GetProperty(name).GetString()!;
    }

    /// <summary>A string, or null: never absent, never another type.</summary>
    public static void TextOrNull(JsonElement element, string name) =>
        Assert.True(element.GetProperty(name).ValueKind is JsonValueKind.String or JsonValueKind.Null, $"{name} is neither a string nor null.");

    /// <summary>A whole number that is not negative and fits 31 bits: the cnblogs SDK reads <c>int</c>.</summary>
    public static int Count(JsonElement element, string name)
    {
        Assert.True(element.GetProperty(name).TryGetInt32(out var number), $"{name} is no int32: {element.GetProperty(name)}");
        Assert.True(number >= 0, $"{name} is negative.");
        return number;
    }

    public static void OneOf(string value, params string[] literals) => Assert.Contains(value, literals);

    public static Guid Uuid(string value)
    {
        Assert.True(Guid.TryParseExact(value, "D", out var id) && value == id.ToString(), $"Not a UUID: {value}");
        return id;
    }
}
