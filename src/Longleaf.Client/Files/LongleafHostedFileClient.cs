using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Longleaf.Client.Files;

/// <summary>The account's files as hosted files. An upload without a purpose is a document to be asked about.</summary>
internal sealed class LongleafHostedFileClient(LongleafFileClient files) : IHostedFileClient
{
    private const string DefaultName = "file.txt";

    private readonly HostedFileClientMetadata _metadata = new("longleaf", files.Endpoint);

    public async Task<HostedFileContent> UploadAsync(
        Stream content, string? mediaType = null, string? fileName = null, HostedFileClientOptions? options = null, CancellationToken cancellationToken = default) =>
        Content(await files.UploadAsync(
            content, fileName ?? (content as FileStream is { } file ? Path.GetFileName(file.Name) : DefaultName), Purpose(options) ?? LongleafFilePurpose.FileExtract, null, cancellationToken));

    public async Task<HostedFileDownloadStream> DownloadAsync(
        string fileId, HostedFileClientOptions? options = null, CancellationToken cancellationToken = default) =>
        new LongleafDownloadStream(await files.OpenContentAsync(fileId, cancellationToken));

    public async Task<HostedFileContent?> GetFileInfoAsync(
        string fileId, HostedFileClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return Content(await files.GetAsync(fileId, cancellationToken));
        }
        catch (ClientResultException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<HostedFileContent> ListFilesAsync(
        HostedFileClientOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = options?.Limit ?? int.MaxValue;
        await foreach (var file in files.ListAsync(new LongleafFileListOptions { Purpose = Purpose(options) }, cancellationToken))
        {
            if (left-- <= 0)
            {
                yield break;
            }

            yield return Content(file);
        }
    }

    public Task<bool> DeleteAsync(string fileId, HostedFileClientOptions? options = null, CancellationToken cancellationToken = default) =>
        files.DeleteAsync(fileId, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(HostedFileClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(files) ? files
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    // The pipeline is the official client's.
    public void Dispose()
    {
    }

    private static HostedFileContent Content(LongleafFile file) => new(file.Id)
    {
        Name = file.FileName,
        SizeInBytes = file.Bytes,
        CreatedAt = file.CreatedAt,
        Purpose = file.Purpose == LongleafFilePurpose.Unknown ? null : PurposeNames.Of(file.Purpose),
        RawRepresentation = file,
    };

    private static LongleafFilePurpose? Purpose(HostedFileClientOptions? options) => options?.Purpose is not { } name
        ? null
        : PurposeNames.Parse(name) is not LongleafFilePurpose.Unknown and var purpose
            ? purpose
            : throw new ArgumentException($"Longleaf has no files for '{name}': use '{PurposeNames.FileExtract}' or 'batch'.", nameof(options));
}
