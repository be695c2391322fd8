namespace Longleaf.Server.Uploads;

/// <summary>The file of an upload's form.</summary>
/// <param name="FileName">Its name as sent, without control characters.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record UploadPart(string FileName, Stream Content);
