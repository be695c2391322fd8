using Longleaf.Platform.Files;

namespace Longleaf.Server.Uploads;

/// <summary>
/// The form of an OpenAI-compatible upload: one <c>file</c> and its <c>purpose</c>. SDKs differ in which comes first, so the purpose
/// may be asked for after the file was read.
/// </summary>
internal sealed class UploadForm
{
    private const int MaxPurposeBytes = 256;
    private readonly FormParts _parts;
    private bool _purposeSeen;

    private UploadForm(FormParts parts) => _parts = parts;

    /// <summary>The purpose, if it has been read and is one.</summary>
    public FilePurpose? Purpose { get; private set; }

    /// <summary>Whether a second file followed the first: an upload is of one.</summary>
    public bool HasAnotherFile { get; private set; }

    /// <summary>The form of a request; <see langword="null"/> if its content type is not that of one.</summary>
    public static UploadForm? Of(HttpRequest request) => FormParts.Of(request) is { } parts ? new UploadForm(parts) : null;

    /// <summary>Reads up to the file; <see langword="null"/> if the form has none.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task<UploadPart?> FindFileAsync(CancellationToken cancellationToken)
    {
        while (await _parts.NextAsync(cancellationToken) is { } part)
        {
            if (part is { Field: "file", FileName: { } fileName })
            {
                return new UploadPart(fileName, part.Content);
            }

            await TakePurposeAsync(part, cancellationToken);
        }

        return null;
    }

    /// <summary>Reads what follows the file: the purpose, if it has not come before it, and whether there is <see cref="HasAnotherFile"/>.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        while (!HasAnotherFile && await _parts.NextAsync(cancellationToken) is { } part)
        {
            HasAnotherFile = part is { Field: "file", FileName: not null };
            if (!_purposeSeen)
            {
                await TakePurposeAsync(part, cancellationToken);
            }
        }
    }

    private async Task TakePurposeAsync(FormPart part, CancellationToken cancellationToken)
    {
        if (part.Field == "purpose")
        {
            Purpose = PurposeNames.Parse(await part.ReadTextAsync(MaxPurposeBytes, cancellationToken));
            _purposeSeen = true;
        }
    }
}
