namespace Longleaf.Platform.Files;

/// <summary>A file that comes in.</summary>
/// <param name="FileName">The name its owner gave it; any text.</param>
/// <param name="FindPurposeAsync">What for; asked once the content has been read, as a form may say it after the file. <see langword="null"/> refuses the file.</param>
/// <param name="Content">Its bytes, read once and streamed to storage.</param>
/// <param name="DeclaredBytes">How many bytes the sender said would come, if known: refused early when that is too many.</param>
/// <param name="MaxBytes">The most that is taken.</param>
public sealed record FileUpload(
    string FileName, Func<CancellationToken, Task<FilePurpose?>> FindPurposeAsync, Stream Content, long? DeclaredBytes, long MaxBytes)
{
    /// <summary>The most characters of a description.</summary>
    public const int MaxDescriptionLength = 1024;

    /// <summary>What its owner writes of it; asked after the purpose.</summary>
    public Func<string?> FindDescription { get; init; } = () => null;

    /// <summary>A file whose purpose is known before it comes in.</summary>
    public FileUpload(string fileName, FilePurpose purpose, Stream content, long? declaredBytes, long maxBytes)
        : this(fileName, _ => Task.FromResult<FilePurpose?>(purpose), content, declaredBytes, maxBytes)
    {
    }
}
