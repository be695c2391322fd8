using Longleaf.Server.Uploads;

namespace Longleaf.Server.Protocol.Errors;

/// <content>Of files: uploading, finding, and using them in a chat.</content>
internal static partial class ApiErrors
{
    [SeenWhen("there is no file of that id, or it is another account's")]
    public static ApiError FileNotFound { get; } = new(404, "not_found", "File not found.");

    [SeenWhen("an upload has no file, or is no form")]
    public static ApiError FileMissing { get; } = new(400, InvalidParameterCode,
        "Required parameter(file) missing or invalid, please check the request parameters.")
    { Param = "file" };

    [SeenWhen("an OpenAI-compatible upload has more than one file")]
    public static ApiError SeveralFiles { get; } = new(400, InvalidParameterCode, "One file may be uploaded per request.") { Param = "file" };

    [SeenWhen("the purpose is missing, or another one")]
    public static ApiError PurposeInvalid { get; } =
        new(400, null, "'purpose' must be 'file-extract' or 'batch'") { Param = "purpose" };

    [SeenWhen("the file's extension is none that is read")]
    public static ApiError FormatNotSupported { get; } = new(400, InvalidParameterCode,
        $"File format is not supported. Supported formats: {UploadRules.SupportedFormats}.")
    { Param = "file" };

    [SeenWhen("the file's name is too long")]
    public static ApiError FileNameTooLong { get; } = new(400, InvalidParameterCode,
        $"A file name may have {FileName.MaxLength} characters at most.")
    { Param = "file" };

    [SeenWhen("the server's disk is too full to keep more")]
    public static ApiError StorageFull { get; } =
        new(503, "ServiceUnavailable", "The server has no room for more files at the moment, please try again later.")
        { Type = "ServiceUnavailable", NativeCode = "ServiceUnavailable", RetryAfterSeconds = 60 };

    [SeenWhen("a chat names more than 100 files")]
    public static ApiError FilesTooMany { get; } = Model("Too many files provided.");

    [SeenWhen("a file is still being parsed, and nobody asked to wait for it")]
    public static ApiError ParsingInProgress { get; } =
        Model("File parsing in progress, please try again later.") with { RetryAfterSeconds = 1 };

    [SeenWhen("the account has as many files as it may (natively in `failed_uploads`)")]
    public static ApiError OutOfNumber(long most) => new(400, null, "Upload file number exceed limit.")
    {
        NativeCode = "BadRequest.TooMany",
        NativeMessage = $"Out of number, <{most}> of <{most}> files has been uploaded.",
    };

    [SeenWhen("the account has as many bytes as it may (natively in `failed_uploads`)")]
    public static ApiError OutOfSpace(long most) => new(400, null, "Upload file capacity exceed limit.")
    {
        NativeCode = "BadRequest.TooLarge",
        NativeMessage = $"Out of space, <{most}> B of storage space may be used.",
    };

    [SeenWhen("a chat names a file that there is not, or that is another account's, or no document")]
    public static ApiError InvalidFile(string id) => Model($"Invalid file [id:{id}].");

    [SeenWhen("a file was deleted just after a chat that names it began")]
    public static ApiError FileGone(string id) => Model($"File [id:{id}] cannot be found.");

    [SeenWhen("a chat names a file without text")]
    public static ApiError FileBlank(string id) => Model($"File [id:{id}] content blank.");

    [SeenWhen("a chat names a file of too many pages")]
    public static ApiError FileTooManyPages(string id) => Model($"File [id:{id}] exceeds page limits (15000 pages).");

    [SeenWhen("a chat names a file whose content is of no format that is read")]
    public static ApiError FileFormat(string id) => Model($"File [id:{id}] format is not supported.");

    [SeenWhen("a chat names a file that cannot be parsed; the reason stands in its `status_details` too")]
    public static ApiError FileParsing(string id, string reason) => Model($"File [id:{id}] parsing error: {reason}");
}
