using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Platform.Usage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Longleaf.Platform;

/// <summary>Adds the platform to a host.</summary>
public static class PlatformRegistration
{
    /// <summary>
    /// Adds <see cref="IKeyStore"/>, <see cref="IFileStore"/>, <see cref="IUsageLog"/>, the cluster and the background work, for serving.
    /// At start the database is migrated; a data folder that another server holds stops the start with a sentence.
    /// </summary>
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder) => throw new NotImplementedException();

    /// <summary>Adds <see cref="IKeyStore"/> alone, for the command line: works while a server runs on the same data folder.</summary>
    public static IServiceCollection AddKeyStore(this IServiceCollection services) => throw new NotImplementedException();
}
