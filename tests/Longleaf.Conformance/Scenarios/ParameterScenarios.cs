using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 2.2: parameters, each within its range or refused in the documented words.</summary>
internal static class ParameterScenarios
{
    private const string Stop =
        "The \"stop\" parameter must be of type \"str\", \"list[str]\", \"list[int]\", or \"list[list[int]]\", and all elements within the list must be of the same type.";

    private static readonly (string Name, string Value)[] Accepted =
    [
        ("temperature", "0"), ("temperature", "1.99"), ("temperature", "null"), ("top_p", "0.01"), ("top_p", "1"), ("top_k", "0"), ("top_k", "null"), ("top_k", "101"),
        ("presence_penalty", "-2"), ("presence_penalty", "2"), ("repetition_penalty", "0.1"), ("max_tokens", "1"), ("max_tokens", "32768"),
        ("max_completion_tokens", "100"), ("seed", "0"), ("seed", "2147483647"), ("stop", "\"x\""), ("stop", "[\"x\",\"y\"]"), ("stop", "[1,2]"),
        ("stop", "[[37763,367]]"), ("stop", "null"), ("n", "1"), ("logprobs", "false"), ("top_logprobs", "0"), ("tools", "[]"), ("tools", "null"), ("tool_choice", "\"none\""),
        ("parallel_tool_calls", "false"), ("enable_search", "false"), ("enable_thinking", "false"), ("response_format", "{\"type\":\"text\"}"), ("frequency_penalty", "0.5"), ("logit_bias", "{}"),
        ("user", "\"u-1\""), ("store", "true"), ("metadata", "{\"a\":\"b\"}"), ("service_tier", "\"auto\""), ("enable_code_interpreter", "false"), ("modalities", "[\"text\"]"),
    ];

    private static readonly (string Name, string Value, string Message)[] Refused =
    [
        ("temperature", "2", "Temperature should be in [0.0, 2.0)"), ("temperature", "-0.1", "Temperature should be in [0.0, 2.0)"), ("temperature", "\"hot\"", "'temperature' must be Float"),
        ("top_p", "0", "Range of top_p should be (0.0, 1.0]"), ("top_p", "1.1", "Range of top_p should be (0.0, 1.0]"), ("top_p", "[]", "'top_p' must be Float"),
        ("top_k", "-1", "Parameter top_k be greater than or equal to 0"), ("repetition_penalty", "0", "Repetition_penalty should be greater than 0.0"),
        ("presence_penalty", "-2.1", "Presence_penalty should be in [-2.0, 2.0]"), ("presence_penalty", "2.1", "Presence_penalty should be in [-2.0, 2.0]"),
        ("max_tokens", "0", "Range of max_tokens should be [1, 32768]"), ("max_tokens", "32769", "Range of max_tokens should be [1, 32768]"),
        ("seed", "-1", "-1 is lesser than the minimum of 0 - 'seed'"), ("seed", "\"x\"", "'seed' must be Integer"),
        ("stop", "[\"x\",1]", Stop), ("stop", "{}", Stop), ("n", "2", "Range of n should be [1, 1]"),
        ("logprobs", "true", "This model does not support logprobs."), ("top_logprobs", "3", "This model does not support logprobs."),
        ("tools", "[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]", "The tool call is not supported."),
        ("enable_search", "true", "This model does not support enable_search."), ("enable_thinking", "true", "The model qwen-long does not support enable_thinking."),
        ("response_format", "{\"type\":\"xml\"}", "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key 'json_schema'. The response_format type from user is xml."),
    ];

    public static IEnumerable<Scenario> All() =>
    [
        .. Refused.Select(row => new Scenario("2.2", $"{row.Name} {row.Value} is refused in the documented words", ClientKinds.Compatible, async run =>
        {
            var reply = (await run.ChatAsync(Requests.Ask("?"), (row.Name, JsonNode.Parse(row.Value)))).Expect(400);
            Assert.Equal(row.Message, reply.ErrorMessage);
            Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
            Assert.Contains(reply.ErrorCode, new[] { "invalid_parameter_error", "invalid_value", "InvalidParameter.NotSupportEnableThinking" });
        })),
        new("2.2", "Values within their ranges, nulls, and what other models know pass", ClientKinds.Compatible, async run =>
        {
            foreach (var (name, value) in Accepted)
            {
                (await run.ChatAsync(Requests.Ask("?"), (name, JsonNode.Parse(value)))).Expect(200);
            }
        }),
        new("2.2", "Documented example: extra_body's keys beside the others", ClientKinds.Compatible, async run =>
        {
            var id = await run.LighthouseAsync();
            var plain = (await run.ChatAsync(Requests.Ask(Samples.Question, id))).Expect(200).Answer;
            var more = await run.ChatAsync(
                Requests.Ask(Samples.Question, id), ("temperature", 0.7), ("top_k", 50), ("repetition_penalty", 1.1), ("enable_search", false), ("seed", 1234));
            Assert.Equal(plain, more.Expect(200).Answer);
        }),
        new("2.2", "max_tokens ends an answer with length, stop before its text", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.LighthouseAsync();
            var cut = (await run.ChatAsync(Requests.Ask(Samples.Question, id), ("max_tokens", 3))).Expect(200);
            Assert.Equal("length", FinishReason(cut));
            Assert.InRange(cut.Body.GetProperty("usage").GetProperty("completion_tokens").GetInt32(), 1, 3);
            var stopped = (await run.ChatAsync(Requests.Ask(Samples.Question, id), ("stop", new JsonArray("1844")))).Expect(200);
            Assert.Equal("stop", FinishReason(stopped));
            Assert.DoesNotContain("1844", stopped.Answer, StringComparison.Ordinal);
        }),
        new("2.2", "The same seed gives the same answer", ClientKinds.CompatibleAndTyped, async run =>
        {
            var id = await run.LighthouseAsync();
            var first = (await run.ChatAsync(Requests.Ask("What is this document about?", id), ("seed", 7))).Expect(200).Answer;
            Assert.Equal(first, (await run.ChatAsync(Requests.Ask("What is this document about?", id), ("seed", 7))).Expect(200).Answer);
        }),
    ];

    private static string? FinishReason(ApiReply reply) => reply.Body.GetProperty("choices")[0].GetProperty("finish_reason").GetString();
}
