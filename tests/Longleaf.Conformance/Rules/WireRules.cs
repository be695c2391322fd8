using System.Text.Json;
using System.Text.RegularExpressions;
using Longleaf.Bench.Requests;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Rules;

/// <summary>
/// What the strictest clients of contract 12 insist on, applied to every answer that a scenario gets off the wire, whatever else
/// the scenario looks at.
/// </summary>
internal static partial class WireRules
{
    public static void Check(ApiCall call, RawReply reply)
    {
        var requestId = JsonShape.Uuid(Assert.Single(reply.Headers, header => header.Name.Equals("x-request-id", StringComparison.OrdinalIgnoreCase)).Value);
        Assert.DoesNotContain(reply.Headers, header => header.Name.Equals("Server", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(reply.Body);
        if (reply.Status >= 400)
        {
            Error(call, reply, requestId);
        }
        else if (IsStream(reply))
        {
            Stream(call, reply, requestId);
        }
        else if (call is not (ApiCall.Download or ApiCall.Request))
        {
            Body(call, Json(reply), requestId);
        }
    }

    /// <summary>dashscope's Python reads an error's body only if its content type is exactly JSON's; a reason phrase is there for those who show it.</summary>
    private static void Error(ApiCall call, RawReply reply, Guid requestId)
    {
        Assert.InRange(reply.Status, 400, 503);
        Assert.NotEqual(500, reply.Status);
        var body = Json(reply);
        if (IsNative(call))
        {
            NativeRules.Error(body, requestId);
            return;
        }

        JsonShape.Keys(body, ["error", "request_id"], "id");
        ErrorDetail(body.GetProperty("error"));
        Assert.Equal(requestId.ToString(), JsonShape.Text(body, "request_id"));
        if (body.TryGetProperty("id", out var id))
        {
            Assert.Equal($"chatcmpl-{requestId}", id.GetString());
        }

        Assert.True(
            reply.Header("Retry-After") is not { } wait || int.TryParse(wait, out var seconds) && seconds is > 0 and <= 60,
            "SDKs wait for so many seconds, at most a minute.");
    }

    /// <summary>openai-dotnet and the cnblogs SDK take strings here and nothing else.</summary>
    public static void ErrorDetail(JsonElement error)
    {
        JsonShape.Keys(error, ["message", "type", "param", "code"]);
        Assert.NotEmpty(JsonShape.Text(error, "message"));
        Assert.NotEmpty(JsonShape.Text(error, "type"));
        JsonShape.TextOrNull(error, "param");
        JsonShape.TextOrNull(error, "code");
    }

    private static void Stream(ApiCall call, RawReply reply, Guid requestId)
    {
        Assert.Equal("text/event-stream;charset=utf-8", reply.Header("Content-Type"), ignoreCase: true);
        Assert.Equal("no", reply.Header("x-accel-buffering"));
        if (IsNative(call))
        {
            NativeRules.Stream(reply.Text, requestId);
        }
        else
        {
            ChatRules.Stream(((ApiCall.Chat)call).Body, reply.Text, requestId);
        }
    }

    private static void Body(ApiCall call, JsonElement body, Guid requestId)
    {
        switch (call)
        {
            case ApiCall.Upload or ApiCall.Retrieve:
                File(body);
                break;
            case ApiCall.ListFiles:
                // Cursor pages need both; a null list or a missing has_more breaks openai-dotnet.
                JsonShape.Keys(body, ["object", "data", "has_more"]);
                Assert.Equal("list", JsonShape.Text(body, "object"));
                Assert.True(body.GetProperty("has_more").ValueKind is JsonValueKind.True or JsonValueKind.False);
                Assert.All(body.GetProperty("data").EnumerateArray(), File);
                break;
            case ApiCall.Delete(var id):
                JsonShape.Keys(body, ["id", "object", "deleted"]);
                Assert.Equal((id, "file", true), (JsonShape.Text(body, "id"), JsonShape.Text(body, "object"), body.GetProperty("deleted").GetBoolean()));
                break;
            case ApiCall.Chat(var request):
                ChatRules.Whole(request, body, requestId);
                break;
            case ApiCall.ListModels:
                JsonShape.Keys(body, ["object", "data"]);
                Assert.Equal("list", JsonShape.Text(body, "object"));
                Assert.All(body.GetProperty("data").EnumerateArray(), Model);
                break;
            case ApiCall.RetrieveModel:
                Model(body);
                break;
            case ApiCall.Generate generate:
                NativeRules.Whole(generate.Body, body, requestId);
                break;
            case ApiCall.NativeUpload:
                NativeRules.Upload(body, requestId);
                break;
        }
    }

    // In the order of the live service; openai's literals for status, and the one of contract 1.4 more.
    private static void File(JsonElement file)
    {
        string[] required = ["id", "object", "bytes", "filename", "purpose", "status", "created_at"];
        JsonShape.Keys(file, required, "status_details", "longleaf");
        Assert.Equal(required, file.EnumerateObject().Select(property => property.Name).Take(required.Length));
        Assert.Matches(FileId(), JsonShape.Text(file, "id"));
        Assert.Equal("file", JsonShape.Text(file, "object"));
        JsonShape.Count(file, "bytes");
        JsonShape.Count(file, "created_at");
        JsonShape.Text(file, "filename");
        var purpose = JsonShape.Text(file, "purpose");
        JsonShape.OneOf(purpose, "file-extract", "batch", "batch_output");
        JsonShape.OneOf(JsonShape.Text(file, "status"), purpose == "file-extract" ? ["processing", "processed", "error"] : ["processed"]);
        if (file.TryGetProperty("status_details", out _))
        {
            Assert.NotEmpty(JsonShape.Text(file, "status_details"));
        }
    }

    private static void Model(JsonElement model)
    {
        JsonShape.Keys(model, ["id", "object", "created", "owned_by"]);
        Assert.NotEmpty(JsonShape.Text(model, "id"));
        Assert.Equal("model", JsonShape.Text(model, "object"));
        JsonShape.Count(model, "created");
        JsonShape.Text(model, "owned_by");
    }

    private static JsonElement Json(RawReply reply)
    {
        Assert.Equal("application/json", reply.Header("Content-Type"));
        return JsonSerializer.Deserialize<JsonElement>(reply.Body);
    }

    private static bool IsStream(RawReply reply) =>
        reply.Header("Content-Type")?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsNative(ApiCall call) => call switch
    {
        ApiCall.Generate or ApiCall.NativeUpload => true,
        ApiCall.Request request => request.Path.StartsWith("/api/", StringComparison.Ordinal),
        _ => false,
    };

    [GeneratedRegex("^file-(fe|batch|batch_output)-[0-9a-f]{24}$")]
    private static partial Regex FileId();
}
