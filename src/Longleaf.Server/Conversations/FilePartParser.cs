using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Conversations;

/// <summary>
/// Reads OpenAI's <c>{"type":"file","file":{…}}</c>: an uploaded file by its <c>file_id</c>, or one within the request as
/// <c>file_data</c>, Base64 as it is or in a data URL, with its <c>filename</c>.
/// </summary>
internal static class FilePartParser
{
    private const string DataScheme = "data:";

    public static Outcome<AttachedFile> Parse(JsonElement part, string path)
    {
        if (JsonBody.Get(part, "file") is not { } file)
        {
            return ApiErrors.FieldRequired($"{path}.file");
        }

        if (file.ValueKind != JsonValueKind.Object)
        {
            return ApiErrors.InvalidDictionary($"{path}.file");
        }

        if (JsonBody.Get(file, "file_id") is { } id)
        {
            return JsonBody.Text(id) is { Length: > 0 } text ? new AttachedFile.Stored(text) : ApiErrors.InvalidString($"{path}.file.file_id");
        }

        if (JsonBody.Get(file, "file_data") is not { } data)
        {
            return ApiErrors.FieldRequired($"{path}.file.file_id");
        }

        var name = JsonBody.Get(file, "filename") is { } given ? JsonBody.Text(given) : "";
        if (name is null || name.Length > FileName.MaxLength)
        {
            return ApiErrors.InvalidString($"{path}.file.filename");
        }

        return Inline(FileName.Shown(name), data, path);
    }

    private static Outcome<AttachedFile> Inline(string name, JsonElement data, string path)
    {
        if (JsonBody.Text(data) is not { } text)
        {
            return ApiErrors.InvalidString($"{path}.file.file_data");
        }

        var (extension, base64) = Cut(text);
        var utf8 = Encoding.ASCII.GetBytes(base64.ToString());
        if (extension is null || Base64.DecodeFromUtf8InPlace(utf8, out var length) != System.Buffers.OperationStatus.Done)
        {
            return ApiErrors.InvalidBase64($"{path}.file.file_data");
        }

        return new AttachedFile.Inline(Path.HasExtension(name) ? name : (name.Length > 0 ? name : "document") + extension, utf8.AsMemory(0, length));
    }

    // The extension that the media type of a data URL stands for, and the Base64; no extension if the URL is of another form.
    private static (string? Extension, ReadOnlyMemory<char> Base64) Cut(string data)
    {
        if (!data.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase))
        {
            return ("", data.AsMemory());
        }

        var comma = data.IndexOf(',', StringComparison.Ordinal);
        var header = comma < 0 ? "" : data[DataScheme.Length..comma];
        return header.EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            ? (ExtensionOf(header.Split(';')[0]), data.AsMemory(comma + 1))
            : (null, default);
    }

    private static string ExtensionOf(string mediaType) => mediaType.Trim().ToLowerInvariant() switch
    {
        "application/pdf" => ".pdf",
        "text/markdown" => ".md",
        "text/csv" => ".csv",
        "application/json" => ".json",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        "application/epub+zip" => ".epub",
        "application/x-mobipocket-ebook" => ".mobi",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/bmp" => ".bmp",
        _ => ".txt",
    };
}
