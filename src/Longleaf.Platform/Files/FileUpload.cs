namespace Longleaf.Platform.Files;

/// <summary>A file that comes in.</summary>
/// <param name="FileName">The name its owner gave it; any text.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Content">Its bytes, read once and streamed to storage.</param>
/// <param name="DeclaredBytes">How many bytes the sender said would come, if known: refused early when that is too many.</param>
/// <param name="MaxBytes">The most that is taken.</param>
public sealed record FileUpload(string FileName, FilePurpose Purpose, Stream Content, long? DeclaredBytes, long MaxBytes);
