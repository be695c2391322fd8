using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Parsing;

/// <summary>The right to parse a file and to publish the result, until a later generation takes it.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Generation">Which lease of the file this is.</param>
/// <param name="FailedAttempts">How often its parsing ended in an unexpected exception before.</param>
internal sealed record FileLease(string FileId, long Generation, int FailedAttempts);

/// <summary>What there is to parse.</summary>
/// <param name="FileId">The file.</param>
/// <param name="FileName">The name its owner gave it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ParseJob(string FileId, string FileName, ContentKey Content);
