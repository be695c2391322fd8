using Longleaf.Server.Uploads;

namespace Longleaf.Server.Protocol;

/// <summary>The errors of the contract, word for word (contract 1.6, 3.2 and 3.3).</summary>
internal static class ApiErrors
{
    private const string InvalidParameterCode = "invalid_parameter_error";

    public static ApiError InvalidKey { get; } = new(401, "invalid_api_key",
        "Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error")
    { NativeCode = "InvalidApiKey", NativeMessage = "Invalid API-key provided." };

    public static ApiError NotFound { get; } = new(404, "NotFound", "Not found!") { NativeCode = "NotFound" };

    public static ApiError FileNotFound { get; } = new(404, "not_found", "File not found.");

    public static ApiError BodyTooLarge { get; } = new(400, "BadRequest.TooLarge", "Payload Too Large.") { NativeCode = "BadRequest.TooLarge" };

    public static ApiError NotJson { get; } = new(400, InvalidParameterCode, "The input parameter requires json format.")
    { NativeCode = "BadRequest.IllegalInput" };

    public static ApiError BodyInvalid { get; } =
        new(400, InvalidParameterCode, "Required body invalid, please check the request body format.");

    public static ApiError ModelMissing { get; } = new(400, InvalidParameterCode, "you must provide a model parameter.")
    { NativeCode = "BadRequest.EmptyModel", NativeMessage = "Required parameter \"model\" missing from request." };

    /// <summary>Native only: there is no <c>input</c>.</summary>
    public static ApiError InputMissing { get; } = new(400, InvalidParameterCode, "Required input parameter missing from request.")
    { NativeCode = "BadRequest.EmptyInput" };

    public static ApiError MessagesMissing { get; } =
        new(400, InvalidParameterCode, "Either \"prompt\" or \"messages\" must exist and cannot both be none");

    public static ApiError MessagesEmpty { get; } = new(400, InvalidParameterCode, "[] is too short - 'messages'");

    public static ApiError NoUserMessage { get; } =
        Model("The input messages do not contain elements with the role of user.");

    public static ApiError WrongRole { get; } =
        Model("Role must be user or assistant and Content length must be greater than 0");

    public static ApiError FilesTooMany { get; } = Model("Too many files provided.");

    public static ApiError ParsingInProgress { get; } =
        Model("File parsing in progress, please try again later.") with { RetryAfterSeconds = 1 };

    public static ApiError TooManyTokens { get; } =
        Model("Total message token length exceed model limit (10000000 tokens).");

    public static ApiError UserTurnTooLong { get; } = Model("Range of input length should be [1, 9000]");

    public static ApiError DocumentTextTooLong { get; } = Model(
        "Documents passed as plain text may have 1000000 tokens in all; upload them as files and refer to them as fileid://<id> instead.");

    public static ApiError LogprobsNotSupported { get; } = Model("This model does not support logprobs.");

    public static ApiError ToolsNotSupported { get; } = Model("The tool call is not supported.");

    public static ApiError ToolChoiceInvalid { get; } = Model("tool_choice is one of the strings that should be [\"none\", \"auto\"]");

    public static ApiError JsonWordMissing { get; } =
        Model("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.");

    public static ApiError SearchNotSupported { get; } = Model("This model does not support enable_search.");

    public static ApiError StopInvalid { get; } = Model(
        "The \"stop\" parameter must be of type \"str\", \"list[str]\", \"list[int]\", or \"list[list[int]]\", "
        + "and all elements within the list must be of the same type.");

    public static ApiError FileMissing { get; } = new(400, InvalidParameterCode,
        "Required parameter(file) missing or invalid, please check the request parameters.")
    { Param = "file" };

    public static ApiError SeveralFiles { get; } = new(400, InvalidParameterCode, "One file may be uploaded per request.") { Param = "file" };

    public static ApiError PurposeInvalid { get; } =
        new(400, null, "'purpose' must be 'file-extract' or 'batch'") { Param = "purpose" };

    public static ApiError FormatNotSupported { get; } = new(400, InvalidParameterCode,
        $"File format is not supported. Supported formats: {UploadRules.SupportedFormats}.")
    { Param = "file" };

    public static ApiError FileNameTooLong { get; } = new(400, InvalidParameterCode,
        $"A file name may have {FileName.MaxLength} characters at most.")
    { Param = "file" };

    public static ApiError TooManyStoredFiles { get; } = new(400, null, "Upload file number exceed limit.");

    public static ApiError StorageQuota { get; } = new(400, null, "Upload file capacity exceed limit.");

    public static ApiError StorageFull { get; } =
        new(503, "ServiceUnavailable", "The server has no room for more files at the moment, please try again later.")
        { Type = "ServiceUnavailable", NativeCode = "ServiceUnavailable", RetryAfterSeconds = 60 };

    public static ApiError Overloaded { get; } =
        new(503, "ServiceUnavailable",
            "Too many requests. Your requests are being throttled due to system capacity limits. Please try again later.")
        { Type = "ServiceUnavailable", NativeCode = "ServiceUnavailable", RetryAfterSeconds = 1 };

    public static ApiError ShuttingDown { get; } =
        new(503, "ModelUnavailable", "Model is unavailable, please try again later.")
        { Type = "ModelUnavailable", NativeCode = "ModelUnavailable", RetryAfterSeconds = 5 };

    public static ApiError Internal { get; } = new(500, "internal_error",
        "An internal error has occurred, please try again later or contact service support.")
    { Type = "internal_error", NativeCode = "InternalError" };

    /// <summary>Native only: answers are given at once, or streamed (contract 4.1).</summary>
    public static ApiError AsynchronousNotSupported { get; } =
        new(403, "access_denied", "Current user api does not support asynchronous calls.") { Type = "access_denied", NativeCode = "AccessDenied" };

    /// <summary>Native only: what becomes of a file past the account's number of them (contract 4.2).</summary>
    public static ApiError OutOfNumber(long most) => TooManyStoredFiles with
    {
        NativeCode = "BadRequest.TooMany",
        NativeMessage = $"Out of number, <{most}> of <{most}> files has been uploaded.",
    };

    /// <summary>Native only: what becomes of a file past the account's space (contract 4.2).</summary>
    public static ApiError OutOfSpace(long most) => StorageQuota with
    {
        NativeCode = "BadRequest.TooLarge",
        NativeMessage = $"Out of space, <{most}> B of storage space may be used.",
    };

    public static ApiError ModelNotFound(string model) =>
        new(404, "model_not_found", $"The model `{model}` does not exist or you do not have access to it.")
        { NativeCode = "ModelNotFound", NativeMessage = "Model can not be found." };

    public static ApiError MethodNotSupported(string method) =>
        new(400, InvalidParameterCode, $"Request method '{method}' is not supported.");

    public static ApiError ResponseFormatUnknown(string? type) => Model(
        "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key 'json_schema'. "
        + $"The response_format type from user is {type ?? "missing"}.");

    public static ApiError ThinkingNotSupported(string model) =>
        Model($"The model {model} does not support enable_thinking.") with 
        {
            Code = "InvalidParameter.NotSupportEnableThinking",
            NativeCode = "InvalidParameter.NotSupportEnableThinking",
        };

    public static ApiError ContentNotString(int message) =>
        InvalidString($"messages.{message}.content");

    public static ApiError InvalidString(string path) => Model($"Input error. Input should be a valid string: input.{path}");

    public static ApiError FieldRequired(string path) => Model($"Input error. Field required: input.{path}");

    public static ApiError InvalidFile(string id) => Model($"Invalid file [id:{id}].");

    public static ApiError FileGone(string id) => Model($"File [id:{id}] cannot be found.");

    public static ApiError FileBlank(string id) => Model($"File [id:{id}] content blank.");

    public static ApiError FileTooManyPages(string id) => Model($"File [id:{id}] exceeds page limits (15000 pages).");

    public static ApiError FileFormat(string id) => Model($"File [id:{id}] format is not supported.");

    public static ApiError FileParsing(string id, string reason) => Model($"File [id:{id}] parsing error: {reason}");

    /// <summary>A parameter whose value is refused, in the contract's words for that parameter.</summary>
    public static ApiError Parameter(string message) => Model(message);

    /// <summary>A query parameter that is refused.</summary>
    public static ApiError Query(string name, string message) => new(400, InvalidParameterCode, message) { Param = name };

    /// <summary>What is no HTTP request that the server takes: refused by its status, before any endpoint is known.</summary>
    public static ApiError NotHttp(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => new(status, "RequestTimeOut", "The request did not arrive in time, please try again.") { Type = "RequestTimeOut" },
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge with { Status = status },
        StatusCodes.Status414UriTooLong => new(status, InvalidParameterCode, "The request's path and query are too long."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new(status, InvalidParameterCode, "The request has too many headers, or too long ones."),
        StatusCodes.Status505HttpVersionNotsupported => new(status, InvalidParameterCode, "Only HTTP/1.1 and HTTP/1.0 are served here."),
        _ => new(status, InvalidParameterCode, "The request is not valid HTTP."),
    };

    private static ApiError Model(string message) => new(400, InvalidParameterCode, message) { IsModelLevel = true };
}
