using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Cluster;
using Longleaf.Platform.Files;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Longleaf.Platform.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Longleaf.Platform;

/// <summary>Adds the platform to a host.</summary>
public static class PlatformRegistration
{
    /// <summary>
    /// Adds <see cref="IKeyStore"/>, <see cref="IFileStore"/>, <see cref="IUsageLog"/>, the cluster and the background work, for serving.
    /// At start the database is migrated; a data folder that another server holds stops the start with a sentence.
    /// </summary>
    /// <remarks>
    /// Settings come from the section <c>Platform</c>. An <see cref="IDocumentReader"/> must be registered by the time the host
    /// is built; the start fails without one. <see cref="PlatformReadiness"/> says whether all of it works.
    /// Whatever uses the platform first, be it before the host's start, takes the data folder:
    /// <see cref="DataFolderInUseException"/> if another server has it.
    /// </remarks>
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PlatformOptions>().BindConfiguration("Platform").ValidateOnStart();
        builder.Services.AddSingleton(provider => DataFolder.OpenExclusive(OptionsOf(provider).DataDirectory));
        AddDatabase(builder.Services);
        QuietLogs(builder);

        // First of the hosted services, so that its failure is the one that is seen.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, PlatformStartup>());
        builder.Services.AddHostedService<ParseRecovery>();
        builder.Services.AddSingleton<IFileStore, FileStore>();
        builder.Services.AddSingleton<IRequestDocuments, RequestDocuments>();
        builder.Services.AddSingleton<IUsageLog, UsageLog>();
        builder.Services.AddSingleton(provider => new PlatformReadiness(provider));

        builder.Services.AddSingleton<IBlobStore, FolderBlobStore>();
        builder.Services.AddSingleton<FreeSpace>();
        builder.Services.AddSingleton<ContentLocks>();
        builder.Services.AddSingleton<ContentSweeper>();
        builder.Services.AddSingleton<DocumentCache>();
        builder.Services.AddSingleton<ArtifactOpener>();
        builder.Services.AddSingleton<UploadReceiver>();
        builder.Services.AddSingleton<FileIntake>();
        builder.Services.AddSingleton<FileLeases>();
        builder.Services.AddSingleton<ParseQueue>();
        builder.Services.AddSingleton<ParseProgress>();
        builder.Services.AddSingleton<ClusterProgress>();
        builder.Services.AddSingleton<DocumentReparser>();
        builder.Services.AddSingleton<IDocumentReparser>(provider => provider.GetRequiredService<DocumentReparser>());
        builder.Services.AddSingleton<DocumentBuilder>();
        builder.Services.AddSingleton<FileParser>();
        builder.Services.AddSingleton<SiloHost>();
        return builder;
    }

    /// <summary>Adds <see cref="IKeyStore"/> alone, for the command line: works while a server runs on the same data folder.</summary>
    /// <remarks>The caller configures <see cref="PlatformOptions.DataDirectory"/>.</remarks>
    public static IServiceCollection AddKeyStore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PlatformOptions>();
        services.AddSingleton(provider => DataFolder.OpenShared(OptionsOf(provider).DataDirectory));
        AddDatabase(services);
        return services;
    }

    /// <summary>Adds <see cref="IDocumentReparser"/> alone, for the command line: works while a server runs on the same data folder.</summary>
    /// <remarks>The caller configures <see cref="PlatformOptions.DataDirectory"/> and registers an <see cref="IDocumentReader"/>, whose version it asks for.</remarks>
    public static IServiceCollection AddReparser(this IServiceCollection services)
    {
        services.AddKeyStore();
        services.AddSingleton<DocumentReparser>();
        services.AddSingleton<IDocumentReparser>(provider => provider.GetRequiredService<DocumentReparser>());
        return services;
    }

    private static void AddDatabase(IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<PlatformOptions>, PlatformOptionsValidator>();
        services.AddPooledDbContextFactory<PlatformContext>((provider, options) => options
            .UseSqlite($"Data Source={provider.GetRequiredService<DataFolder>().Database};Foreign Keys=True")
            .AddInterceptors(new SqliteSession())
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug))));
        services.AddSingleton<PlatformDatabase>();
        services.AddSingleton<IKeyStore, KeyStore>();
    }

    // The cluster of one process, and a database that is migrated, have little to say. As the weakest of all settings, so that an operator's own count.
    private static void QuietLogs(IHostApplicationBuilder builder) => builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData =
        [
            new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
            new("Logging:LogLevel:Orleans", "Warning"),
            new("Logging:LogLevel:Microsoft.Orleans", "Warning"),

            // Wake-ups that a stopping silo no longer takes; the next start finds their files.
            new("Logging:LogLevel:Orleans.Messaging", "Critical"),

            // They warn at every start: that the garbage collector is not the server one, and that there was no check yet.
            new("Logging:LogLevel:Orleans.Runtime.Silo", "Error"),
            new("Logging:LogLevel:Orleans.Runtime.Watchdog", "Error"),
        ],
    });

    private static PlatformOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<PlatformOptions>>().Value;
}
