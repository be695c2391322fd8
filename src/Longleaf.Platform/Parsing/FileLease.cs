using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Parsing;

/// <summary>The right to parse a file and to publish the result, until a later generation takes it.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Generation">Which lease of the file this is.</param>
/// <param name="FailedAttempts">How often its parsing ended in an unexpected exception before.</param>
internal sealed record FileLease(string FileId, long Generation, int FailedAttempts)
{
    /// <summary>Its bytes.</summary>
    public required ContentKey Content { get; init; }

    /// <summary>What it was when the lease was taken: anything but <see cref="FileStatus.Processing"/> is read again.</summary>
    public required FileStatus Status { get; init; }

    /// <summary>Why it is read again, if it is.</summary>
    public required ReparseReason? Reparse { get; init; }

    /// <summary>The variant whose artefacts it has now.</summary>
    public required string? Variant { get; init; }
}

/// <summary>What there is to parse.</summary>
/// <param name="FileId">The file.</param>
/// <param name="FileName">The name its owner gave it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsReparse">Whether it is to be read again, and can be used meanwhile as it is.</param>
internal sealed record ParseJob(string FileId, string FileName, ContentKey Content, bool IsReparse);
