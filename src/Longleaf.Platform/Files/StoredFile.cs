using Longleaf.Documents;

namespace Longleaf.Platform.Files;

/// <summary>A file as its owner sees it.</summary>
public sealed record StoredFile
{
    /// <summary><c>file-fe-</c> or <c>file-batch-</c> and 24 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its number among all files, which counts up.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The key it was uploaded with, if that was kept.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>What its owner wrote of it.</summary>
    public string? Description { get; init; }

    /// <summary>MD5 of its bytes in Base64, if that was kept.</summary>
    public string? ContentMd5 { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The name it was uploaded under, as sent.</summary>
    public required string FileName { get; init; }

    /// <summary>What it was uploaded for.</summary>
    public required FilePurpose Purpose { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required FileStatus Status { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it cannot be parsed, when <see cref="Status"/> is <see cref="FileStatus.Error"/>.</summary>
    public DocumentFailure? Failure { get; init; }

    /// <summary>Why it could not be read again, when its text is an earlier reading's.</summary>
    public DocumentFailure? ReparseFailure { get; init; }

    /// <summary>What it was read as, once it has been.</summary>
    public DocumentFormat? Format { get; init; }

    /// <summary>Its pages, once it has been read and where its format has pages.</summary>
    public int? Pages { get; init; }

    /// <summary>Qwen2.5 tokens of its canonical text, once it has been read.</summary>
    public long? Tokens { get; init; }

    /// <summary>Code points of its canonical text, once it has been read.</summary>
    public long? Characters { get; init; }

    /// <summary>What a careful reader should know of its text, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How far the parsing is, while <see cref="Status"/> is <see cref="FileStatus.Processing"/> and a node is at it.</summary>
    public ReaderEvent.Progress? Progress { get; init; }
}
