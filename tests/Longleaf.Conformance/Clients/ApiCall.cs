using System.Text.Json.Nodes;

namespace Longleaf.Conformance.Clients;

/// <summary>One call, in the API's own words: every client makes of it what its language writes.</summary>
internal abstract record ApiCall
{
    /// <summary>Where the OpenAI-compatible protocol is served.</summary>
    public const string CompatibleBase = "compatible-mode/v1";

    /// <summary>Another key than the account's; empty for none.</summary>
    public string? Key { get; init; }

    /// <summary>The path before the resource; only its alias differs.</summary>
    public string Base { get; init; } = CompatibleBase;

    /// <summary><c>POST /files</c>.</summary>
    public sealed record Upload(string FileName, byte[] Content, string? Purpose = "file-extract") : ApiCall;

    /// <summary><c>GET /files/{id}</c>.</summary>
    public sealed record Retrieve(string Id) : ApiCall;

    /// <summary><c>GET /files</c>, one page.</summary>
    public sealed record ListFiles(params (string Name, string Value)[] Query) : ApiCall;

    /// <summary><c>GET /files</c> until a page says that there are no more, as the client itself turns pages.</summary>
    public sealed record ListAllFiles(int Limit) : ApiCall;

    /// <summary><c>DELETE /files/{id}</c>.</summary>
    public sealed record Delete(string Id) : ApiCall;

    /// <summary><c>GET /files/{id}/content</c>.</summary>
    public sealed record Download(string Id) : ApiCall;

    /// <summary><c>POST /chat/completions</c>; streamed if the body says so.</summary>
    public sealed record Chat(JsonObject Body) : ApiCall
    {
        public bool IsStream => Body["stream"]?.GetValue<bool>() == true;
    }

    /// <summary><c>GET /models</c>.</summary>
    public sealed record ListModels : ApiCall;

    /// <summary><c>GET /models/{id}</c>.</summary>
    public sealed record RetrieveModel(string Id) : ApiCall;

    /// <summary>Any JSON over any method and path: for what the SDKs have no method for.</summary>
    public sealed record Request(string Method, string Path, string? Json = null) : ApiCall
    {
        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    }

    /// <summary>DashScope's <c>generation</c>; streamed by header if asked for.</summary>
    public sealed record Generate(JsonObject Body, bool IsStream = false) : ApiCall
    {
        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    }

    /// <summary>DashScope's <c>POST /files</c>.</summary>
    public sealed record NativeUpload(string FileName, byte[] Content, string Description) : ApiCall;
}
