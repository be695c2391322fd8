using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Longleaf.Documents;

namespace Longleaf.Server.Protocol;

/// <summary>Blocks on the wire and on standard output: one JSON object each, names in snake case.</summary>
internal static class BlockJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The options of a writer that blocks are written to.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = Options.Encoder };

    /// <summary>Writes a block as a value of its own.</summary>
    public static void Write(Stream output, Block block) => JsonSerializer.Serialize(output, block, Options);

    /// <summary>Writes a block as the next value.</summary>
    public static void Write(Utf8JsonWriter output, Block block) => JsonSerializer.Serialize(output, block, Options);
}
