using System.Net.Http.Json;
using System.Text.Json;

namespace Longleaf.Server.Tests.Description;

public sealed class ApiDescriptionTests(ServerFixture fixture)
{
    [Fact]
    public async Task Everything_that_is_served_is_described_without_a_key()
    {
        using var stranger = new HttpClient { BaseAddress = fixture.Server.Http.BaseAddress };
        var description = await stranger.GetFromJsonAsync<JsonElement>("openapi/v1.json");
        var operations = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"));

        Assert.Equal(
            [
                "delete /api/v1/files/{id}", "delete /v1/files/{id}", "get /api/v1/files", "get /api/v1/files/{id}", "get /v1/files", "get /v1/files/{id}",
                "get /v1/files/{id}/content", "get /v1/models", "get /v1/models/{id}", "post /api/v1/files",
                "post /api/v1/services/aigc/text-generation/generation", "post /api/v1/tokenizer", "post /v1/chat/completions", "post /v1/files",
            ],
            operations.Order(StringComparer.Ordinal));
        Assert.All(description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("401", out _));
        });
        var request = description.GetProperty("components").GetProperty("schemas").GetProperty("CompletionRequestBody").GetProperty("properties");
        Assert.True(request.TryGetProperty("response_format", out _));
        Assert.NotEmpty(request.GetProperty("max_tokens").GetProperty("description").GetString()!);
    }

    [Fact]
    public async Task The_page_fetches_nothing_from_elsewhere()
    {
        using var stranger = new HttpClient { BaseAddress = fixture.Server.Http.BaseAddress };
        var page = await stranger.GetStringAsync("docs/");

        Assert.Contains("Longleaf API", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.True((await stranger.GetByteArrayAsync("docs/scalar.js")).Length > 100_000);
    }
}
