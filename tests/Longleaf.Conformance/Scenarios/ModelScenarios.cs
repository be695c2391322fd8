using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Contract 7: models.</summary>
internal static class ModelScenarios
{
    private static readonly string[] Ids = ["qwen-long", "qwen-long-latest", "qwen-long-2025-01-25", "qwen-long-0125"];

    public static IEnumerable<Scenario> All() =>
    [
        new("7", "Models are listed, newest first, and every id can be retrieved", ClientKinds.CompatibleAndTyped, async run =>
        {
            var models = (await run.CallAsync(new ApiCall.ListModels())).Expect(200).Body.GetProperty("data").EnumerateArray().ToList();
            Assert.Equal(Ids.Order(), models.Select(model => model.GetProperty("id").GetString()).Order());
            Assert.Equal(models.Select(model => model.GetProperty("created").GetInt64()).OrderDescending(), models.Select(model => model.GetProperty("created").GetInt64()));
            foreach (var id in Ids)
            {
                Assert.Equal(id, (await run.CallAsync(new ApiCall.RetrieveModel(id))).Expect(200).Text("id"));
            }
        }),
        new("7", "A model that is not served is not found, in a chat too", ClientKinds.CompatibleAndTyped, async run =>
        {
            var retrieved = (await run.CallAsync(new ApiCall.RetrieveModel("gpt-4"))).Expect(404);
            var body = Requests.Chat(Requests.Ask("?"));
            body["model"] = "gpt-4";
            foreach (var reply in new[] { retrieved, (await run.CallAsync(new ApiCall.Chat(body))).Expect(404) })
            {
                Assert.Equal(("The model `gpt-4` does not exist or you do not have access to it.", "model_not_found"), (reply.ErrorMessage, reply.ErrorCode));
                Assert.Equal("invalid_request_error", reply.Error.GetProperty("type").GetString());
            }
        }),
    ];
}
