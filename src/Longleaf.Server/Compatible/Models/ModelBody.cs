using System.Text.Json.Serialization;

namespace Longleaf.Server.Compatible.Models;

/// <summary>A model on the wire (contract 7).</summary>
internal sealed record ModelBody(string Id, [property: JsonPropertyName("object")] string ObjectType, long Created, string OwnedBy)
{
    public static ModelBody Of(ServedModel model) => new(model.Id, "model", model.Created.ToUnixTimeSeconds(), "system");
}

/// <summary>A list of models on the wire.</summary>
internal sealed record ModelListBody([property: JsonPropertyName("object")] string ObjectType, IReadOnlyList<ModelBody> Data);
