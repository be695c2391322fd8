using Longleaf.Server.Description;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Compatible.Models;

/// <summary><c>/models</c>: the ids that may be asked for.</summary>
internal static class ModelEndpoints
{
    private const string Tag = "Models";

    public static void MapModels(this IEndpointRouteBuilder group)
    {
        group.MapGet("/models", (ModelCatalog catalog) => JsonAnswer.Of(
            new ModelListBody("list", [.. catalog.Models.Select(ModelBody.Of)]), ProtocolJson.Wire.ModelListBody))
            .Describe(Tag, "List models", "The ids that may be asked for, newest first.")
            .Answers<ModelListBody>();
        group.MapGet("/models/{id}", (string id, ModelCatalog catalog) => catalog.Find(id) is { } model
            ? JsonAnswer.Of(ModelBody.Of(model), ProtocolJson.Wire.ModelBody)
            : new ErrorResult(ApiErrors.ModelNotFound(id)))
            .Describe(Tag, "Retrieve a model", "One of the ids that may be asked for.")
            .Answers<ModelBody>(404);
    }
}
