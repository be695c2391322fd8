using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Longleaf.Client.Files;

/// <summary>
/// The account's files, typed: the official client's types know neither the purpose <c>file-extract</c> nor the status
/// <c>processing</c>. Failures are the official client's <see cref="ClientResultException"/>.
/// </summary>
public sealed class LongleafFileClient
{
    private static readonly TimeSpan DefaultPollInterval = TimeSpan.FromMilliseconds(500);

    // The service's clock for the times of a list's filter.
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    private readonly Uri _endpoint;
    private readonly ClientPipeline _pipeline;

    internal LongleafFileClient(Uri endpoint, ClientPipeline pipeline)
    {
        _endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/files");
        _pipeline = pipeline;
    }

    internal Uri Endpoint => _endpoint;

    /// <summary>Uploads a file; it is parsed once it is there: <see cref="WaitUntilProcessedAsync"/>.</summary>
    /// <param name="content">Its bytes, from the stream's position on. A stream that cannot seek is sent only once.</param>
    /// <param name="fileName">Its name; its extension says which format it may have.</param>
    /// <param name="purpose">What it is for. Default a document to be asked about.</param>
    /// <param name="progress">Told how many bytes have been sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file, mostly in <see cref="LongleafFileStatus.Processing"/>.</returns>
    public async Task<LongleafFile> UploadAsync(
        Stream content,
        string fileName,
        LongleafFilePurpose purpose = LongleafFilePurpose.FileExtract,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        using var form = new UploadContent(content, fileName, PurposeNames.Of(purpose), progress);
        using var message = Message("POST", _endpoint, cancellationToken);
        message.Request.Content = form;
        message.Request.Headers.Set("Content-Type", form.MediaType!);

        // However long a large file takes on a slow line: the token is the limit.
        message.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return (await ReadAsync(message, LongleafJson.Default.LongleafFileBody)).ToFile();
    }

    /// <summary>Uploads a file of the disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="purpose">What it is for. Default a document to be asked about.</param>
    /// <param name="progress">Told how many bytes have been sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<LongleafFile> UploadAsync(
        string path,
        LongleafFilePurpose purpose = LongleafFilePurpose.FileExtract,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await using var content = File.OpenRead(path);
        return await UploadAsync(content, Path.GetFileName(path), purpose, progress, cancellationToken);
    }

    /// <summary>A file as it is now.</summary>
    /// <param name="fileId">Its id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClientResultException">The account has no such file (404), or the request failed.</exception>
    public async Task<LongleafFile> GetAsync(string fileId, CancellationToken cancellationToken = default)
    {
        using var message = Message("GET", Of(fileId), cancellationToken);
        return (await ReadAsync(message, LongleafJson.Default.LongleafFileBody)).ToFile();
    }

    /// <summary>Waits until a file can be asked about.</summary>
    /// <param name="fileId">Its id.</param>
    /// <param name="progress">Told of the file each time it was looked at; <see cref="LongleafFile.Progress"/> says how far it is.</param>
    /// <param name="pollInterval">How long to wait between looks. Default half a second.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LongleafFileException">It cannot be read.</exception>
    public async Task<LongleafFile> WaitUntilProcessedAsync(
        string fileId, IProgress<LongleafFile>? progress = null, TimeSpan? pollInterval = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var file = await GetAsync(fileId, cancellationToken);
            progress?.Report(file);
            switch (file.Status)
            {
                case LongleafFileStatus.Processing:
                    await Task.Delay(pollInterval ?? DefaultPollInterval, cancellationToken);
                    break;
                case LongleafFileStatus.Error:
                    throw new LongleafFileException(file);
                default:
                    return file;
            }
        }
    }

    /// <summary>The account's files, page after page as they are taken.</summary>
    /// <param name="options">Which, and in what order. Default all, newest first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<LongleafFile> ListAsync(
        LongleafFileListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new LongleafFileListOptions();
        while (true)
        {
            var page = await GetPageAsync(options, cancellationToken);
            foreach (var file in page.Files)
            {
                yield return file;
            }

            if (!page.HasMore || page.Files.Count == 0)
            {
                yield break;
            }

            options = options with { After = page.Files[^1].Id };
        }
    }

    /// <summary>One page of the account's files.</summary>
    /// <param name="options">Which, and in what order. Default the newest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<LongleafFilePage> GetPageAsync(LongleafFileListOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var message = Message("GET", new UriBuilder(_endpoint) { Query = Query(options ?? new LongleafFileListOptions()) }.Uri, cancellationToken);
        var body = await ReadAsync(message, LongleafJson.Default.LongleafFileListBody);
        return new LongleafFilePage([.. (body.Data ?? []).Select(file => file.ToFile())], body.HasMore);
    }

    /// <summary>Deletes a file; answers under way with it finish.</summary>
    /// <param name="fileId">Its id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there was such a file.</returns>
    public async Task<bool> DeleteAsync(string fileId, CancellationToken cancellationToken = default)
    {
        using var message = Message("DELETE", Of(fileId), cancellationToken);
        try
        {
            await SendAsync(message);
            return true;
        }
        catch (ClientResultException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    /// <summary>The text of a document as Markdown, or the bytes of another file, as they come in.</summary>
    /// <param name="fileId">Its id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>To be disposed of.</returns>
    public async Task<Stream> OpenContentAsync(string fileId, CancellationToken cancellationToken = default)
    {
        // The message is not disposed of: the stream is of its response.
        var message = Message("GET", new Uri($"{Of(fileId)}/content"), cancellationToken);
        message.BufferResponse = false;
        message.NetworkTimeout = Timeout.InfiniteTimeSpan;
        await SendAsync(message);
        return message.ExtractResponse()!.ContentStream!;
    }

    /// <summary>The text of a document as Markdown.</summary>
    /// <param name="fileId">Its id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> GetTextAsync(string fileId, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(await OpenContentAsync(fileId, cancellationToken));
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>These files as <c>Microsoft.Extensions.AI</c> knows hosted files.</summary>
    public IHostedFileClient AsIHostedFileClient() => new LongleafHostedFileClient(this);

    private static string Query(LongleafFileListOptions options)
    {
        (string Name, string? Value)[] query =
        [
            ("purpose", options.Purpose is { } purpose ? PurposeNames.Of(purpose) : null),
            ("after", options.After),
            ("limit", options.PageSize?.ToString(CultureInfo.InvariantCulture)),
            ("order", options.OldestFirst ? "asc" : null),
            ("create_after", Time(options.CreatedAfter)),
            ("create_before", Time(options.CreatedBefore)),
        ];
        return string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
    }

    private static string? Time(DateTimeOffset? time) => time?.ToOffset(ChinaTime).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private Uri Of(string fileId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileId);
        return new Uri($"{_endpoint}/{Uri.EscapeDataString(fileId)}");
    }

    private PipelineMessage Message(string method, Uri uri, CancellationToken cancellationToken)
    {
        var message = _pipeline.CreateMessage(uri, method, PipelineMessageClassifier.Create([200]));
        message.Apply(new RequestOptions { CancellationToken = cancellationToken });
        message.Request.Headers.Set("Accept", "application/json");
        return message;
    }

    private async Task<T> ReadAsync<T>(PipelineMessage message, JsonTypeInfo<T> type)
    {
        await SendAsync(message);
        return JsonSerializer.Deserialize(message.Response!.Content, type) ?? throw new ClientResultException("The service answered null.", message.Response);
    }

    private async Task SendAsync(PipelineMessage message)
    {
        await _pipeline.SendAsync(message);
        if (message.Response!.IsError)
        {
            throw await ClientResultException.CreateAsync(message.Response);
        }
    }
}
