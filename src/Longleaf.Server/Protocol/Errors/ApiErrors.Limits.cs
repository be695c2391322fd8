namespace Longleaf.Server.Protocol.Errors;

/// <content>
/// Of limits and rights. Their type repeats their code (contract 3.2, patterns), which SDKs tell them apart by; 429 and 503 are tried
/// again by SDKs after the time they name.
/// </content>
internal static partial class ApiErrors
{
    [SeenWhen("a key asks more often than its limit of requests allows")]
    public static ApiError RequestLimit(int retryAfterSeconds) => Business(
        429,
        "limit_requests",
        "You have exceeded your current request limit. For details, see: https://help.aliyun.com/zh/model-studio/error-code#rate-limit",
        "Throttling.RateQuota",
        "Requests rate limit exceeded, please try again later.") with
    { RetryAfterSeconds = retryAfterSeconds };

    [SeenWhen("requests come faster than before, all at once")]
    public static ApiError BurstLimit(int retryAfterSeconds) => Business(
        429,
        "limit_burst_rate",
        "Request rate increased too quickly. To ensure system stability, please adjust your client logic to scale requests more smoothly over time.",
        "Throttling.BurstRate") with
    { RetryAfterSeconds = retryAfterSeconds };

    [SeenWhen("a key uses more tokens than its limit of a minute allows")]
    public static ApiError TokenLimit(int retryAfterSeconds) => Business(
        429,
        "insufficient_quota",
        "You exceeded your current quota, please check your plan and billing details.",
        "Throttling.AllocationQuota",
        "Allocated quota exceeded, please increase your quota limit.") with
    { RetryAfterSeconds = retryAfterSeconds };

    [SeenWhen("more requests run at the same time than an account may have")]
    public static ApiError ConcurrencyLimit(int retryAfterSeconds) => Business(
        429, "limit_concurrency", "Too many concurrent requests.", "Throttling.Concurrency") with
    { RetryAfterSeconds = retryAfterSeconds };

    [SeenWhen("an account is in arrears")]
    public static ApiError Arrears { get; } = Business(
        400,
        "Arrearage",
        "Access denied, please make sure your account is in good standing. For details, see: https://help.aliyun.com/zh/model-studio/error-code#overdue-payment",
        "Arrearage",
        "Access denied, please make sure your account is in good standing.");

    [SeenWhen("an account may not use the model")]
    public static ApiError ModelAccessDenied { get; } = Business(403, "Model.AccessDenied", "Model access denied.", "Model.AccessDenied");

    [SeenWhen("a free quota is used up, and only that may be used")]
    public static ApiError FreeTierExhausted { get; } = Business(
        403,
        "AllocationQuota.FreeTierOnly",
        "The free tier of the model has been exhausted. If you wish to continue access the model on a paid basis, please disable the "
        + "\"use free tier only\" mode in the management console.",
        "AllocationQuota.FreeTierOnly");

    private static ApiError Business(int status, string code, string message, string nativeCode, string? nativeMessage = null) =>
        new(status, code, message) { Type = code, IsModelLevel = true, NativeCode = nativeCode, NativeMessage = nativeMessage ?? message };
}
