namespace Longleaf.Server.Protocol.Errors;

/// <summary>
/// The errors of both protocols, word for word (contract 1.6, 3.2 and 3.3): every one that a client may see stands here, and the page
/// that lists them is made of this.
/// </summary>
internal static partial class ApiErrors
{
    private const string InvalidParameterCode = "invalid_parameter_error";

    [SeenWhen("the key is missing, or is none that works")]
    public static ApiError InvalidKey { get; } = new(401, "invalid_api_key",
        "Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error")
    { NativeCode = "InvalidApiKey", NativeMessage = "Invalid API-key provided." };

    [SeenWhen("nothing is served at the path")]
    public static ApiError NotFound { get; } = new(404, "NotFound", "Not found!") { NativeCode = "NotFound" };

    [SeenWhen("the body, or the file in it, is larger than it may be")]
    public static ApiError BodyTooLarge { get; } =
        new(400, "BadRequest.TooLarge", "Payload Too Large.") { NativeCode = "BadRequest.TooLarge" };

    [SeenWhen("the body is not JSON")]
    public static ApiError NotJson { get; } =
        new(400, InvalidParameterCode, "The input parameter requires json format.") { NativeCode = "BadRequest.IllegalInput" };

    [SeenWhen("the body is not what the endpoint takes, or breaks off")]
    public static ApiError BodyInvalid { get; } =
        new(400, InvalidParameterCode, "Required body invalid, please check the request body format.");

    [SeenWhen("more is asked than the machine can take on at the moment")]
    public static ApiError Overloaded { get; } =
        new(503, "ServiceUnavailable",
            "Too many requests. Your requests are being throttled due to system capacity limits. Please try again later.")
        { Type = "ServiceUnavailable", NativeCode = "ServiceUnavailable", RetryAfterSeconds = 1 };

    [SeenWhen("the server is stopping")]
    public static ApiError ShuttingDown { get; } =
        new(503, "ModelUnavailable", "Model is unavailable, please try again later.")
        { Type = "ModelUnavailable", NativeCode = "ModelUnavailable", RetryAfterSeconds = 5 };

    [SeenWhen("something went wrong that is the server's fault; its log says what")]
    public static ApiError Internal { get; } = new(500, "internal_error",
        "An internal error has occurred, please try again later or contact service support.")
    { Type = "internal_error", NativeCode = "InternalError" };

    [SeenWhen("the native protocol is asked for an asynchronous answer")]
    public static ApiError AsynchronousNotSupported { get; } =
        new(403, "access_denied", "Current user api does not support asynchronous calls.") { Type = "access_denied", NativeCode = "AccessDenied" };

    [SeenWhen("the path is served, but not with this method")]
    public static ApiError MethodNotSupported(string method) =>
        new(400, InvalidParameterCode, $"Request method '{method}' is not supported.");

    private static ApiError Model(string message) => new(400, InvalidParameterCode, message) { IsModelLevel = true };
}
