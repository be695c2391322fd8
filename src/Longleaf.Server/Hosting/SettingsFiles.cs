namespace Longleaf.Server.Hosting;

/// <summary>Where settings stand, for the service and for commands without one.</summary>
internal static class SettingsFiles
{
    /// <summary>Adds appsettings.json beside the program, then in the current folder, then the environment, the later over the earlier.</summary>
    public static IConfigurationBuilder AddSettingsFiles(this IConfigurationBuilder configuration) => configuration
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddEnvironmentVariables("LONGLEAF_");
}
