using System.Text.Json.Serialization;
using Longleaf.Client.Files;
using Longleaf.Client.Reading;

namespace Longleaf.Client;

/// <summary>The wire's bodies, read and written by generated code. What a later service adds is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LongleafFileBody))]
[JsonSerializable(typeof(LongleafFileListBody))]
[JsonSerializable(typeof(ReadingOptions))]
[JsonSerializable(typeof(ReadingDetails))]
internal sealed partial class LongleafJson : JsonSerializerContext;
