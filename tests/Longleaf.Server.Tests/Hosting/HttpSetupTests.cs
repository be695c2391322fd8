using System.Net;
using System.Text.RegularExpressions;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Hosting;

public sealed class HttpSetupTests
{
    private const string Origin = "https://pages.example";

    [Theory]
    [InlineData(null, false)]
    [InlineData(Origin, true)]
    [InlineData("*", true)]
    public async Task Pages_of_other_origins_may_call_only_when_a_setting_says_so(string? allowed, bool expected)
    {
        await using var server = allowed is null
            ? await ServerProcess.StartAsync()
            : await ServerProcess.StartAsync(settings: ("Server__CorsOrigins__0", allowed));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "v1/chat/completions");
        preflight.Headers.Add("Origin", Origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var stranger = server.ClientFor(null);
        using var response = await stranger.SendAsync(preflight);

        Assert.Equal(expected, response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Listening_beyond_loopback_without_tls_is_warned_of_once()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        try
        {
            await using var server = await ServerProcess.StartAsync(data, ("Kestrel__Endpoints__Open__Url", "http://0.0.0.0:0"));
            await server.TerminateAsync();
            Assert.Single(Regex.Matches(server.Log, "is not encrypted"));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Loopback_is_not_warned_of()
    {
        await using var server = await ServerProcess.StartAsync();
        await server.TerminateAsync();
        Assert.DoesNotContain("is not encrypted", server.Log, StringComparison.Ordinal);
    }
}
