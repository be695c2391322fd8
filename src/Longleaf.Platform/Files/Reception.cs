namespace Longleaf.Platform.Files;

/// <summary>What was received of an upload.</summary>
/// <param name="Refusal">Why it is not taken; <see langword="null"/> if it may be.</param>
/// <param name="Bytes">Bytes received.</param>
/// <param name="Hash">Their SHA-256 in lower-case hexadecimal digits, if it may be taken.</param>
/// <param name="Md5">Their MD5 in Base64, if it may be taken.</param>
internal readonly record struct Reception(UploadOutcome? Refusal, long Bytes, string Hash, string Md5);
