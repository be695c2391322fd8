namespace Longleaf.Conformance.Clients;

/// <summary>A call as HTTP: what every client that is no SDK of its own starts from.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Those that the call asks for, beside the client's own.</param>
internal sealed record HttpShape(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>Where DashScope's protocol is served.</summary>
    public const string NativeBase = "api/v1";

    /// <summary>DashScope's text generation.</summary>
    public const string Generation = $"{NativeBase}/services/aigc/text-generation/generation";

    public static HttpShape Of(ApiCall call) => call switch
    {
        ApiCall.Upload => new("POST", $"/{call.Base}/files", []),
        ApiCall.Retrieve(var id) => new("GET", $"/{call.Base}/files/{id}", []),
        ApiCall.ListFiles(var query) => new("GET", $"/{call.Base}/files{Query(query)}", []),
        ApiCall.Delete(var id) => new("DELETE", $"/{call.Base}/files/{id}", []),
        ApiCall.Download(var id) => new("GET", $"/{call.Base}/files/{id}/content", []),
        ApiCall.Chat => new("POST", $"/{call.Base}/chat/completions", []),
        ApiCall.ListModels => new("GET", $"/{call.Base}/models", []),
        ApiCall.RetrieveModel(var id) => new("GET", $"/{call.Base}/models/{id}", []),
        ApiCall.Request request => new(request.Method, request.Path, request.Headers),
        ApiCall.Generate generate => new("POST", $"/{Generation}", generate.Headers),
        ApiCall.NativeUpload => new("POST", $"/{NativeBase}/files", []),
        _ => throw new NotSupportedException($"{call.GetType().Name} is several requests."),
    };

    /// <summary>The JSON that goes with the call.</summary>
    public static string? JsonOf(ApiCall call, Func<System.Text.Json.Nodes.JsonObject, string> write) => call switch
    {
        ApiCall.Chat(var body) => write(body),
        ApiCall.Generate(var body, _) => write(body),
        ApiCall.Request(_, _, var json) => json,
        _ => null,
    };

    private static string Query((string Name, string Value)[] query) =>
        query.Length == 0 ? "" : "?" + string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
}
