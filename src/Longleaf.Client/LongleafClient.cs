using System.ClientModel;
using Longleaf.Client.Files;
using OpenAI;
using OpenAI.Chat;

namespace Longleaf.Client;

/// <summary>A Longleaf service: the official OpenAI client for everything it can do, and typed files beside it.</summary>
/// <remarks>Safe to be used by many requests at once.</remarks>
public sealed class LongleafClient
{
    /// <summary>The model that every Longleaf service serves.</summary>
    public const string DefaultModel = "qwen-long";

    /// <summary>A client of a service.</summary>
    /// <param name="endpoint">Its base URL, such as <c>http://127.0.0.1:8080/compatible-mode/v1</c>.</param>
    /// <param name="apiKey">A key.</param>
    /// <param name="options">Options of the official client; its endpoint is set to <paramref name="endpoint"/>.</param>
    public LongleafClient(Uri endpoint, string apiKey, OpenAIClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        Endpoint = endpoint;
        options ??= new OpenAIClientOptions();
        options.Endpoint = endpoint;
        OpenAI = new OpenAIClient(new ApiKeyCredential(apiKey), options);
        Files = new LongleafFileClient(endpoint, OpenAI.GetOpenAIFileClient().Pipeline);
    }

    /// <summary>The base URL.</summary>
    public Uri Endpoint { get; }

    /// <summary>The official client, with this service's endpoint and key.</summary>
    public OpenAIClient OpenAI { get; }

    /// <summary>The account's files.</summary>
    public LongleafFileClient Files { get; }

    /// <summary>The official chat client.</summary>
    /// <param name="model">The model to ask. Default <see cref="DefaultModel"/>.</param>
    public ChatClient GetChatClient(string model = DefaultModel) => OpenAI.GetChatClient(model);
}
