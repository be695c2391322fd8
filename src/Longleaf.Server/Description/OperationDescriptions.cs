using System.Text.Json.Nodes;
using Longleaf.Server.Protocol.Errors;
using Microsoft.OpenApi;

namespace Longleaf.Server.Description;

/// <summary>What endpoints say of themselves.</summary>
internal static class OperationDescriptions
{
    /// <summary>Names an operation, and says what it does.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string tag, string summary, string description) =>
        endpoint.WithTags(tag).WithSummary(summary).WithDescription(description);

    /// <summary>Says what the OpenAI-compatible protocol answers.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params int[] errors) => endpoint.Answers<T, ErrorBody>(errors);

    /// <summary>Says what the native protocol answers.</summary>
    public static RouteHandlerBuilder AnswersNatively<T>(this RouteHandlerBuilder endpoint, params int[] errors) => endpoint.Answers<T, NativeErrorBody>(errors);

    /// <summary>Says that the request is this, as JSON. Not by <c>Accepts</c>, which would refuse what is sent under another content type.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var document = context.Document ?? throw new InvalidOperationException("An operation is described within a document.");
            document.AddComponent(typeof(T).Name, await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken));
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(typeof(T).Name, document) } },
            };
        });

    /// <summary>Adds a parameter of the query.</summary>
    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, JsonSchemaType type, string description) => endpoint.Parameter(
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = type } });

    /// <summary>Adds a header of the request.</summary>
    public static RouteHandlerBuilder Header(this RouteHandlerBuilder endpoint, string name, string description, string example) => endpoint.Parameter(new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Example = JsonValue.Create(example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    /// <summary>Says that the request is a form of these fields.</summary>
    public static RouteHandlerBuilder Form(this RouteHandlerBuilder endpoint, params (string Name, OpenApiSchema Schema, bool IsRequired)[] fields) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var form = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema),
                Required = fields.Where(field => field.IsRequired).Select(field => field.Name).ToHashSet(),
            };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
            };
            return Task.CompletedTask;
        });

    /// <summary>The schema of bytes.</summary>
    public static OpenApiSchema Bytes(string description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    /// <summary>The schema of text.</summary>
    public static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    /// <summary>The schema of a list.</summary>
    public static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static RouteHandlerBuilder Parameter(this RouteHandlerBuilder endpoint, OpenApiParameter parameter) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(parameter);
            return Task.CompletedTask;
        });

    private static RouteHandlerBuilder Answers<T, TError>(this RouteHandlerBuilder endpoint, int[] errors)
    {
        endpoint.Produces<T>();
        foreach (var status in (IEnumerable<int>)[StatusCodes.Status401Unauthorized, .. errors])
        {
            endpoint.Produces<TError>(status);
        }

        return endpoint;
    }
}
