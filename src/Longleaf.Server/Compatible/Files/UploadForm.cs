using System.Text;
using Longleaf.Platform.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Longleaf.Server.Compatible.Files;

/// <summary>
/// The multipart form of an upload, read part by part as it comes in: nothing of the file is held.
/// SDKs differ in whether <c>purpose</c> comes before or after <c>file</c>, so the purpose may be asked for after the file was read.
/// </summary>
internal sealed class UploadForm
{
    private const int MaxPurposeBytes = 256;
    private const int MaxParts = 64;
    private readonly MultipartReader _reader;
    private int _parts;
    private bool _purposeSeen;

    private UploadForm(MultipartReader reader) => _reader = reader;

    /// <summary>The purpose, if it has been read and is one.</summary>
    public FilePurpose? Purpose { get; private set; }

    /// <summary>Whether a second file followed the first: an upload is of one.</summary>
    public bool HasAnotherFile { get; private set; }

    /// <summary>The form of a request; <see langword="null"/> if its content type is not that of one.</summary>
    public static UploadForm? Of(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200, Value: { } boundary })
        {
            return null;
        }

        return new UploadForm(new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 32 * 1024 });
    }

    /// <summary>Reads up to the file; <see langword="null"/> if the form has none.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task<UploadPart?> FindFileAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } part)
        {
            var (section, disposition) = part;
            if (Named(disposition, "file") && FileName(disposition) is { } fileName)
            {
                return new UploadPart(fileName, section.Body);
            }

            await TakePurposeAsync(section, disposition, cancellationToken);
        }

        return null;
    }

    /// <summary>Reads what follows the file: the purpose, if it has not come before it, and whether there is <see cref="HasAnotherFile"/>.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        while (!HasAnotherFile && await NextAsync(cancellationToken) is { } part)
        {
            var (section, disposition) = part;
            HasAnotherFile = Named(disposition, "file") && FileName(disposition) is not null;
            if (!_purposeSeen)
            {
                await TakePurposeAsync(section, disposition, cancellationToken);
            }
        }
    }

    private async Task<(MultipartSection Section, ContentDispositionHeaderValue Disposition)?> NextAsync(CancellationToken cancellationToken)
    {
        while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (++_parts > MaxParts)
            {
                throw new InvalidDataException("More parts than an upload has.");
            }

            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return (section, disposition);
            }
        }

        return null;
    }

    private async Task TakePurposeAsync(MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        if (!Named(disposition, "purpose"))
        {
            return;
        }

        var buffer = new byte[MaxPurposeBytes];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        Purpose = PurposeNames.Parse(Encoding.UTF8.GetString(buffer, 0, length).Trim());
        _purposeSeen = true;
    }

    private static bool Named(ContentDispositionHeaderValue disposition, string name) =>
        HeaderUtilities.RemoveQuotes(disposition.Name).Equals(name, StringComparison.Ordinal);

    // The name as sent: it is only ever shown, never a path. Control characters would break what shows it, and those that turn the
    // direction of text would show another name and extension than the file has.
    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : Unquote(disposition.FileName.Value);
        return sent is null ? null : string.Concat(sent.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !TurnsDirection(rune)));
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // Clients escape quotes, and some of them backslashes; a backslash before anything else is of a Windows path.
    private static string? Unquote(string? sent)
    {
        var name = HeaderUtilities.RemoveQuotes(sent).Value;
        return name?.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
