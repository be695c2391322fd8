using Longleaf.Platform;
using Longleaf.Reading;
using Longleaf.Reading.Extractive;
using Longleaf.Reading.Structured;
using Longleaf.Server.Compatible.Chat;
using Longleaf.Server.Compatible.Files;
using Longleaf.Server.Compatible.Models;
using Longleaf.Server.Conversations;
using Longleaf.Server.Description;
using Longleaf.Server.Native.Files;
using Longleaf.Server.Native.Generation;
using Longleaf.Server.Native.Tokens;
using Longleaf.Server.Protocol;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Hosting;

/// <summary>Puts the server together.</summary>
internal static class LongleafServer
{
    /// <summary>Builds the server of a data folder; nothing is opened or started yet.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="replace">Puts other services in the place of the server's own.</param>
    public static WebApplication Build(ServeSettings settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings(settings);
        builder.AddLogging();
        builder.AddHttp();
        builder.AddDocuments();
        builder.AddPlatform();
        builder.AddAnswers();
        builder.Services.AddDescription();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseRequestId();
        app.UseExceptionHandler();
        app.UseCors();
        app.UseUnknownPaths();
        app.MapHealth();
        app.MapDescription();
        app.MapCompatible("/compatible-mode/v1").ExcludeFromDescription();
        app.MapCompatible("/v1");
        app.MapNative(WireProtocols.NativePrefix);
        return app;
    }

    private static RouteGroupBuilder MapCompatible(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix).AddEndpointFilter<KeyFilter>();
        group.MapFiles();
        group.MapModels();
        ChatEndpoints.Map(group);
        return group;
    }

    private static void MapNative(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix).AddEndpointFilter<KeyFilter>();
        GenerationEndpoints.Map(group);
        NativeFileEndpoints.Map(group);
        TokenizerEndpoints.Map(group);
    }

    private static void AddAnswers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ModelCatalog>();
        builder.Services.AddSingleton<FileWait>();
        builder.Services.AddSingleton<FormFileIntake>();
        builder.Services.AddSingleton<ChatPreparation>();
        builder.Services.AddSingleton<StructuredReader>();
        builder.Services.AddSingleton<AnswerSource>();
        builder.Services.AddSingleton<ChatAnswering>();
        builder.Services.AddSingleton<ChatEndpoints>();
        builder.Services.AddSingleton<GenerationEndpoints>();
        builder.Services.AddSingleton<NativeFileEndpoints>();
        builder.Services.AddSingleton<IReader, EmbeddedReader>();
        builder.Services.AddHostedService<WarmUp>();
    }
}
