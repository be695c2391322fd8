namespace Longleaf.Server.Hosting;

/// <summary>What the command line says; <see langword="null"/> leaves it to settings files and the environment.</summary>
/// <param name="DataDirectory"><c>--data</c>.</param>
/// <param name="Urls"><c>--urls</c>.</param>
internal sealed record ServeSettings(string? DataDirectory, string? Urls)
{
    public const string DefaultUrls = "http://127.0.0.1:8080";
}
