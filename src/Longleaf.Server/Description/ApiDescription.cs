using Longleaf.Server.Protocol;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Longleaf.Server.Description;

/// <summary>The description of the API: <c>/openapi/v1.json</c> for programs, <c>/docs</c> for people.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";
    private const string KeyScheme = "key";

    private const string Introduction = """
        Longleaf answers questions over up to 10 million tokens of your own documents, by the protocol of Qwen-Long.

        OpenAI-compatible under `/v1`, and under `/compatible-mode/v1`, which is the same; DashScope-native under `/api/v1`.
        Every request shows an API key: `Authorization: Bearer sk-…`. Every response has an `x-request-id`.
        The errors, all of them: `longleaf errors`, or `docs/errors.md` of the project.
        """;

    public static void AddDescription(this IServiceCollection services)
    {
        // For the description alone: what goes over the wire is written by ProtocolJson itself.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ProtocolJson.Wire.Options.PropertyNamingPolicy;
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Longleaf", Version = Document, Description = Introduction };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, `sk-…`." },
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");

        // Nothing of the page is fetched from elsewhere, and nothing is told to anybody.
        app.MapScalarApiReference("/docs", page => page
            .WithTitle("Longleaf API")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .HideClientButton()
            .AddPreferredSecuritySchemes([KeyScheme]));
    }
}
