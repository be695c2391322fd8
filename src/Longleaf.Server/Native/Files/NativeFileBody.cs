using System.Globalization;
using System.Text.Json.Serialization;
using Longleaf.Platform.Files;
using Longleaf.Server.Protocol;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Native.Files;

/// <summary>A file as this protocol shows it (contract 4.2).</summary>
internal sealed record NativeFileBody(
    long Id,
    string Name,
    string Description,
    long Size,
    string? Md5,
    string Region,
    string FileId,
    string Url,
    string UserId,
    string? ApiKeyId,
    string GmtCreate)
{
    /// <summary>Where one file is retrieved alone, what it is for; lists do not tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Purpose { get; init; }

    public static NativeFileBody Of(StoredFile file, string baseUrl) => new(
        file.Sequence,
        file.FileName,
        file.Description ?? "",
        file.Bytes,
        file.ContentMd5,
        "local",
        file.Id,
        $"{baseUrl}/v1/files/{file.Id}/content",
        file.AccountId.ToString(),
        file.KeyId?.ToString(),
        file.CreatedAt.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>As <see cref="Of"/>, with its purpose.</summary>
    public static NativeFileBody WithPurpose(StoredFile file, string baseUrl) => Of(file, baseUrl) with { Purpose = PurposeNames.Of(file.Purpose) };
}

/// <summary>One file on the wire.</summary>
internal sealed record NativeFileAnswer(NativeFileBody Data, string RequestId);

/// <summary>A page of files on the wire.</summary>
internal sealed record NativeFileListAnswer(NativeFileListBody Data, string RequestId);

/// <summary>A page of files.</summary>
internal sealed record NativeFileListBody(int Total, IReadOnlyList<NativeFileBody> Files, int PageSize, int PageNo);

/// <summary>What became of an upload, on the wire.</summary>
internal sealed record NativeUploadAnswer(NativeUploadBody Data, string RequestId);

/// <summary>What became of each file of an upload.</summary>
internal sealed record NativeUploadBody(IReadOnlyList<UploadedFileBody> UploadedFiles, IReadOnlyList<FailedUploadBody> FailedUploads);

/// <summary>A file that was taken.</summary>
internal sealed record UploadedFileBody(string Name, string FileId);

/// <summary>A file that was not taken, and why.</summary>
internal sealed record FailedUploadBody(string Name, string Code, string Message);

/// <summary>That it was done.</summary>
internal sealed record NativeDoneAnswer(string RequestId);
