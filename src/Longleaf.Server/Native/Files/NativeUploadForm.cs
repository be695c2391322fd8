using Longleaf.Platform.Files;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Native.Files;

/// <summary>The form of a native upload: any number of <c>files</c>, their <c>descriptions</c> in order, and a <c>purpose</c> (contract 4.2).</summary>
/// <remarks>
/// SDKs send the fields first, people with curl the files first: what a file is for and its description may stand before it, or
/// between it and the next.
/// </remarks>
internal sealed class NativeUploadForm
{
    private const int MaxPurposeBytes = 256;

    // Four bytes of UTF-8 a character.
    private const int MaxDescriptionBytes = 4 * FileUpload.MaxDescriptionLength;
    private readonly FormParts _parts;
    private readonly List<string> _descriptions = [];
    private UploadPart? _next;

    private NativeUploadForm(FormParts parts) => _parts = parts;

    /// <summary>The purpose as it was sent; <see langword="null"/> while none was.</summary>
    public string? Purpose { get; private set; }

    /// <summary>The form of a request; <see langword="null"/> if its content type is not that of one.</summary>
    public static NativeUploadForm? Of(HttpRequest request) => FormParts.Of(request) is { } parts ? new NativeUploadForm(parts) : null;

    /// <summary>Reads up to the next file; <see langword="null"/> after the last.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task<UploadPart?> NextFileAsync(CancellationToken cancellationToken)
    {
        await ReadFieldsAsync(cancellationToken);
        var file = _next;
        _next = null;
        return file;
    }

    /// <summary>Reads the fields up to the next file, or to the end: the file before is read to its own end by then.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form breaks off.</exception>
    public async Task ReadFieldsAsync(CancellationToken cancellationToken)
    {
        while (_next is null && await _parts.NextAsync(cancellationToken) is { } part)
        {
            switch (part)
            {
                case { Field: "files" or "file", FileName: { } fileName }:
                    _next = new UploadPart(fileName, part.Content);
                    break;
                case { Field: "purpose" }:
                    Purpose = await part.ReadTextAsync(MaxPurposeBytes, cancellationToken);
                    break;
                case { Field: "descriptions" }:
                    var text = await part.ReadTextAsync(MaxDescriptionBytes, cancellationToken);
                    _descriptions.Add(FileName.Shown(text.Length > FileUpload.MaxDescriptionLength ? text[..FileUpload.MaxDescriptionLength] : text));
                    break;
            }
        }
    }

    /// <summary>The description of the file of a number, counted from 0, if it has come.</summary>
    public string? DescriptionOf(int file) => file < _descriptions.Count ? _descriptions[file] : null;
}
