using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Longleaf.Server.Compatible.Chat;
using Longleaf.Server.Compatible.Files;
using Longleaf.Server.Compatible.Models;
using Longleaf.Server.Native.Files;
using Longleaf.Server.Native.Generation;
using Longleaf.Server.Native.Tokens;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Protocol;

/// <summary>The bodies of the protocol, serialised by generated code: snake_case, nulls written where a record does not say otherwise.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(NativeErrorBody))]
[JsonSerializable(typeof(StreamErrorBody))]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(FileListBody))]
[JsonSerializable(typeof(FileDeletedBody))]
[JsonSerializable(typeof(ModelBody))]
[JsonSerializable(typeof(ModelListBody))]
[JsonSerializable(typeof(ChatCompletionBody))]
[JsonSerializable(typeof(ChatChunkBody))]
[JsonSerializable(typeof(GenerationBody))]
[JsonSerializable(typeof(NativeFileAnswer))]
[JsonSerializable(typeof(NativeFileListAnswer))]
[JsonSerializable(typeof(NativeUploadAnswer))]
[JsonSerializable(typeof(NativeDoneAnswer))]
[JsonSerializable(typeof(TokenizerAnswer))]
internal sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>As it goes over the wire: text in any script is written as it is, not as escapes.</summary>
    public static ProtocolJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
