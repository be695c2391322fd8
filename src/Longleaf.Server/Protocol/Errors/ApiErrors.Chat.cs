namespace Longleaf.Server.Protocol.Errors;

/// <content>Of chats: models, messages, limits, forms of the answer.</content>
internal static partial class ApiErrors
{
    [SeenWhen("no model is named")]
    public static ApiError ModelMissing { get; } = new(400, InvalidParameterCode, "you must provide a model parameter.")
    { NativeCode = "BadRequest.EmptyModel", NativeMessage = "Required parameter \"model\" missing from request." };

    [SeenWhen("a native request has no `input`")]
    public static ApiError InputMissing { get; } = new(400, InvalidParameterCode, "Required input parameter missing from request.")
    { NativeCode = "BadRequest.EmptyInput" };

    [SeenWhen("there are no messages, and no prompt")]
    public static ApiError MessagesMissing { get; } =
        new(400, InvalidParameterCode, "Either \"prompt\" or \"messages\" must exist and cannot both be none");

    [SeenWhen("the list of messages is empty")]
    public static ApiError MessagesEmpty { get; } = new(400, InvalidParameterCode, "[] is too short - 'messages'");

    [SeenWhen("no message is of the user")]
    public static ApiError NoUserMessage { get; } = Model("The input messages do not contain elements with the role of user.");

    [SeenWhen("a role is unknown, the last message is of the assistant, or the question is empty")]
    public static ApiError WrongRole { get; } = Model("Role must be user or assistant and Content length must be greater than 0");

    [SeenWhen("files and messages have more tokens together than a request may have")]
    public static ApiError TooManyTokens { get; } = Model("Total message token length exceed model limit (10000000 tokens).");

    [SeenWhen("there are two system messages, and a user turn has more than 9,000 tokens")]
    public static ApiError UserTurnTooLong { get; } = Model("Range of input length should be [1, 9000]");

    [SeenWhen("documents given as text in system messages have too many tokens")]
    public static ApiError DocumentTextTooLong { get; } = Model(
        "Documents passed as plain text may have 1000000 tokens in all; upload them as files and refer to them as fileid://<id> instead.");

    [SeenWhen("`logprobs` is asked for")]
    public static ApiError LogprobsNotSupported { get; } = Model("This model does not support logprobs.");

    [SeenWhen("`tools` or `functions` are given")]
    public static ApiError ToolsNotSupported { get; } = Model("The tool call is not supported.");

    [SeenWhen("`tool_choice` is something else")]
    public static ApiError ToolChoiceInvalid { get; } = Model("tool_choice is one of the strings that should be [\"none\", \"auto\"]");

    [SeenWhen("`enable_search` is on")]
    public static ApiError SearchNotSupported { get; } = Model("This model does not support enable_search.");

    [SeenWhen("`json_object` is asked for, and no message says JSON")]
    public static ApiError JsonWordMissing { get; } =
        Model("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.");

    [SeenWhen("a `stop` text stands within a JSON answer")]
    public static ApiError JsonStopped { get; } =
        Model("A 'stop' text stands within the JSON answer, which would end in the middle: leave out 'stop' where 'response_format' asks for JSON.")
        with
        { Param = "stop" };

    [SeenWhen("there is no such model")]
    public static ApiError ModelNotFound(string model) =>
        new(404, "model_not_found", $"The model `{model}` does not exist or you do not have access to it.")
        { NativeCode = "ModelNotFound", NativeMessage = "Model can not be found." };

    [SeenWhen("`enable_thinking` is on")]
    public static ApiError ThinkingNotSupported(string model) =>
        Model($"The model {model} does not support enable_thinking.") with
        {
            Code = "InvalidParameter.NotSupportEnableThinking",
            NativeCode = "InvalidParameter.NotSupportEnableThinking",
        };

    [SeenWhen("the type of `response_format` is missing, or another one")]
    public static ApiError ResponseFormatUnknown(string? type) => Model(
        "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key 'json_schema'. "
        + $"The response_format type from user is {type ?? "missing"}.");

    [SeenWhen("a JSON Schema has what is not taken; the sentence names the place")]
    public static ApiError SchemaRefused(string sentence) => Model(sentence) with { Param = "response_format" };

    [SeenWhen("the documents do not say what a JSON Schema demands; the sentence names the field")]
    public static ApiError FieldNotFound(string sentence) => Model(sentence) with { Param = "response_format" };

    [SeenWhen("a JSON answer is longer than `max_tokens`: cut, it would not be JSON")]
    public static ApiError JsonTooLong(int tokens, int most) =>
        Model($"The JSON answer has {tokens} tokens, and max_tokens allows {most}: allow more, or ask for less.") with { Param = "max_tokens" };
}
