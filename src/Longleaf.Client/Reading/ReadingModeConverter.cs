using System.Text.Json;
using System.Text.Json.Serialization;

namespace Longleaf.Client.Reading;

/// <summary>Modes as the wire spells them.</summary>
internal sealed class ReadingModeConverter() : JsonStringEnumConverter<ReadingMode>(JsonNamingPolicy.SnakeCaseLower);
