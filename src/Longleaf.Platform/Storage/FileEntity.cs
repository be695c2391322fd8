using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Platform.Parsing;

namespace Longleaf.Platform.Storage;

/// <summary>A file: what its owner sees of it, where its bytes are, and who parses it.</summary>
internal sealed class FileEntity
{
    /// <summary>Counts up with every row: orders the files of one second.</summary>
    public long Sequence { get; init; }

    public required string Id { get; init; }

    public required Guid AccountId { get; init; }

    public AccountEntity? Account { get; init; }

    public required string FileName { get; init; }

    public required FilePurpose Purpose { get; init; }

    public required long Bytes { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>MD5 of its bytes in Base64, as the native protocol tells it; <see langword="null"/> of a file that was uploaded before it was kept.</summary>
    public string? ContentMd5 { get; init; }

    /// <summary>What its owner wrote of it, in the native protocol.</summary>
    public string? Description { get; init; }

    /// <summary>The key it was uploaded with, if that was kept.</summary>
    public Guid? KeyId { get; init; }

    public required FileStatus Status { get; init; }

    /// <summary>In whole seconds, as clients see it, so that filters and order agree with what they see.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it could not be read: of a processed file why it could not be read again, its text being an earlier reading's.</summary>
    public DocumentFailureCode? FailureCode { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>Under which variant its artefacts are kept (<see cref="ArtifactKey"/>), once processed.</summary>
    public string? Variant { get; init; }

    public DocumentFormat? Format { get; init; }

    public int? Pages { get; init; }

    public long? Tokens { get; init; }

    public long? Characters { get; init; }

    /// <summary>What a careful reader should know of the text, a sentence a line.</summary>
    public string? Warnings { get; init; }

    /// <summary>The version of the reader that read it last, or tried to; <see langword="null"/> before.</summary>
    public string? ReaderVersion { get; init; }

    /// <summary>Why it is to be read again; <see langword="null"/> while it is not.</summary>
    public ReparseReason? Reparse { get; init; }

    /// <summary>Who parses it; <see langword="null"/> while nobody does.</summary>
    public Guid? LeaseOwner { get; init; }

    /// <summary>Until when the owner's claim holds unless renewed.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Counts up with every lease: results of an older generation are not published.</summary>
    public long Generation { get; init; }

    /// <summary>How often the parsing ended in an unexpected exception.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>Not parsed before this; <see langword="null"/> for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
