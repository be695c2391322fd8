using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Platform;
using Longleaf.Server.Protocol.Errors;
using Longleaf.Server.Uploads;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Hosting;

/// <summary>Settings, logging, HTTP and document reading of the host.</summary>
internal static class HostSetup
{
    /// <summary>
    /// Settings, the later over the earlier: appsettings.json beside the program, then in the current folder, the environment,
    /// the command line.
    /// </summary>
    public static void AddSettings(this IHostApplicationBuilder builder, ServeSettings settings)
    {
        var configuration = builder.Configuration;
        configuration.Sources.Clear();
        configuration.AddSettingsFiles();
        var given = new Dictionary<string, string?>();
        if (settings.DataDirectory is not null)
        {
            given["Platform:DataDirectory"] = settings.DataDirectory;
        }

        given["Urls"] = settings.Urls ?? configuration["Urls"] ?? ServeSettings.DefaultUrls;
        configuration.AddInMemoryCollection(given);

        builder.Services.AddOptions<ServerOptions>().BindConfiguration("Server").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<IsolationOptions>()
            .Configure<IOptions<PlatformOptions>>((isolation, platform) =>
                isolation.ScratchDirectory = Path.Combine(Path.GetFullPath(platform.Value.DataDirectory), "readers"))
            .BindConfiguration("Isolation").ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>Logs go to standard error: standard output belongs to the address and the key.</summary>
    public static void AddLogging(this IHostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.UseRefusalBodies());

            // For every endpoint, though most take far less: a body that is refused unread is then still drained for a while, and
            // the client reads the refusal instead of a broken connection.
            kestrel.Limits.MaxRequestBodySize = UploadRules.MaxRequestBytes;
        });
        builder.Services.AddExceptionHandler<FailureHandler>();
        builder.Services.AddProblemDetails();
        builder.Services.AddCors();
        builder.Services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>()
            .Configure<IOptions<ServerOptions>>((cors, server) => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. server.Value.CorsOrigins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("x-request-id")));
        builder.Services.AddOptions<HostOptions>()
            .Configure<IOptions<ServerOptions>>((host, server) => host.ShutdownTimeout = server.Value.DrainTimeout);
        builder.Services.AddHealthChecks().AddCheck<PlatformHealthCheck>("platform");
    }

    public static void AddDocuments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new IsolatedDocumentReader(
            services.GetRequiredService<IOptions<IsolationOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<IsolatedDocumentReader>>()));
        builder.Services.AddSingleton<IDocumentReader>(services => services.GetRequiredService<IsolatedDocumentReader>());
        builder.Services.AddHostedService<ReaderStartup>();
    }

    /// <summary>Paths and methods that are not served get the contract's errors, never an empty body.</summary>
    public static void UseUnknownPaths(this IApplicationBuilder app) => app.UseStatusCodePages(context =>
    {
        var http = context.HttpContext;
        return new ErrorResult(http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ApiErrors.NotFound,
            StatusCodes.Status405MethodNotAllowed => ApiErrors.MethodNotSupported(http.Request.Method),
            StatusCodes.Status413PayloadTooLarge => ApiErrors.BodyTooLarge,
            >= 500 => ApiErrors.Internal,
            _ => ApiErrors.BodyInvalid,
        }).ExecuteAsync(http);
    });

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
    }
}
