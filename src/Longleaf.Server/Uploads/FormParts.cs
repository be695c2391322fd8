using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Longleaf.Server.Uploads;

/// <summary>The parts of a multipart form, one after the other as they come in: nothing of a file is held.</summary>
internal sealed class FormParts
{
    // A form of the native protocol may bring many files and a description of each.
    private const int MaxParts = 256;
    private readonly MultipartReader _reader;
    private int _parts;

    private FormParts(MultipartReader reader) => _reader = reader;

    /// <summary>The parts of a request; <see langword="null"/> if its content type is not that of a form.</summary>
    public static FormParts? Of(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200, Value: { } boundary })
        {
            return null;
        }

        return new FormParts(new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 32 * 1024 });
    }

    /// <summary>The next part; <see langword="null"/> after the last.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task<FormPart?> NextAsync(CancellationToken cancellationToken)
    {
        while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (++_parts > MaxParts)
            {
                throw new InvalidDataException("More parts than an upload has.");
            }

            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return new FormPart(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), NameOf(disposition), section.Body);
            }
        }

        return null;
    }

    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : Unquote(disposition.FileName.Value);
        return sent is null ? null : FileName.Shown(sent);
    }

    // Clients escape quotes, and some of them backslashes; a backslash before anything else is of a Windows path.
    private static string? Unquote(string? sent)
    {
        var name = HeaderUtilities.RemoveQuotes(sent).Value;
        return name?.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}

/// <summary>A part of a form.</summary>
/// <param name="Field">The name of its field.</param>
/// <param name="FileName">The name of the file that it is, fit to be shown; <see langword="null"/> if it is none.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormPart(string Field, string? FileName, Stream Content)
{
    /// <summary>Its text, as far as a number of bytes goes.</summary>
    public async Task<string> ReadTextAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxBytes];
        var length = await Content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length).Trim();
    }
}
