namespace Longleaf.Server.Protocol.Errors;

/// <content>Of parameters that are of a wrong type or out of their range.</content>
internal static partial class ApiErrors
{
    // What a client sent is repeated no further than this.
    private const int MostRepeated = 64;

    [SeenWhen("`temperature` is out of its range")]
    public static ApiError TemperatureRange { get; } = Model("Temperature should be in [0.0, 2.0)");

    [SeenWhen("`top_p` is out of its range")]
    public static ApiError TopPRange { get; } = Model("Range of top_p should be (0.0, 1.0]");

    [SeenWhen("`top_k` is out of its range, or not a whole number")]
    public static ApiError TopKRange { get; } = Model("Parameter top_k be greater than or equal to 0");

    [SeenWhen("`presence_penalty` is out of its range")]
    public static ApiError PresencePenaltyRange { get; } = Model("Presence_penalty should be in [-2.0, 2.0]");

    [SeenWhen("`repetition_penalty` is out of its range")]
    public static ApiError RepetitionPenaltyRange { get; } = Model("Repetition_penalty should be greater than 0.0");

    [SeenWhen("`stop` is of another type, or has too many or too long texts")]
    public static ApiError StopInvalid { get; } = Model(
        "The \"stop\" parameter must be of type \"str\", \"list[str]\", \"list[int]\", or \"list[list[int]]\", "
        + "and all elements within the list must be of the same type.");

    [SeenWhen("`messages` is no list")]
    public static ApiError MessagesInvalid { get; } = Model("Input error. Input should be a valid list: input.messages");

    [SeenWhen("the name of a JSON Schema is missing, or no name")]
    public static ApiError SchemaNameInvalid { get; } = Model("'json_schema.name' must be 1 to 64 characters of a-z, A-Z, 0-9, '_' and '-'");

    [SeenWhen("`order` of a list is another word")]
    public static ApiError OrderInvalid { get; } = Query("order", "'order' must be 'asc' or 'desc'");

    [SeenWhen("`format` of a content is another word")]
    public static ApiError ContentFormatInvalid { get; } = Query("format", "'format' must be 'markdown' or 'json'");

    [SeenWhen("a parameter is of another type, or none of its words")]
    public static ApiError MustBe(string name, string what) => Model($"'{name}' must be {what}");

    [SeenWhen("a number is out of its range")]
    public static ApiError Range(string name, long least, long most) => Model($"Range of {name} should be [{least}, {most}]");

    [SeenWhen("a number of the query is out of its range, or not a whole number")]
    public static ApiError QueryRange(string name, long least, long most) => Query(name, $"Range of {name} should be [{least}, {most}]");

    [SeenWhen("a time of the query is of another form")]
    public static ApiError QueryTime(string name) =>
        Query(name, $"'{name}' must be of the form yyyyMMddHHmmss, yyyy-MM-dd HH:mm:ss, yyyy-MM-dd or yyyyMMdd");

    [SeenWhen("`seed` is below its range")]
    public static ApiError SeedTooLow(long seed) => Model($"{seed} is lesser than the minimum of 0 - 'seed'") with { Code = "invalid_value" };

    [SeenWhen("`seed` is above its range")]
    public static ApiError SeedTooHigh(long seed) =>
        Model($"{seed} is greater than the maximum of {int.MaxValue} - 'seed'") with { Code = "invalid_value" };

    [SeenWhen("there are more messages than a request may have")]
    public static ApiError MessagesTooMany(int most) => Model($"A request may have {most} messages at most.");

    [SeenWhen("`reading` has a key that there is not")]
    public static ApiError ReadingKeyUnknown(string key) => Model(
        $"'reading' has no '{Repeated(key)}'; it has mode, citations, coverage, usage, wait_for_files, plan_only, fallback, max_read_tokens");

    [SeenWhen("`result_format` is another word")]
    public static ApiError ResultFormatInvalid(string format) => Model($"'result_format' must be 'text' or 'message', not '{Repeated(format)}'");

    [SeenWhen("the content of a message is no text, and no list of text and file parts")]
    public static ApiError ContentNotString(int message) => InvalidString($"messages.{message}.content");

    [SeenWhen("a value that has to be text is none")]
    public static ApiError InvalidString(string path) => Model($"Input error. Input should be a valid string: input.{path}");

    [SeenWhen("a value that has to be an object is none")]
    public static ApiError InvalidDictionary(string path) => Model($"Input error. Input should be a valid dictionary: input.{path}");

    [SeenWhen("a file within the request is not in Base64")]
    public static ApiError InvalidBase64(string path) => Model($"Input error. Input should be Base64, or a data URL in Base64: input.{path}");

    [SeenWhen("a field that has to be there is not")]
    public static ApiError FieldRequired(string path) => Model($"Input error. Field required: input.{path}");

    private static ApiError Query(string name, string message) => new(400, InvalidParameterCode, message) { Param = name };

    private static string Repeated(string text) => text.Length > MostRepeated ? text[..MostRepeated] : text;
}
