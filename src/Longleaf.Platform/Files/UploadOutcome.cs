namespace Longleaf.Platform.Files;

/// <summary>What became of an upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It is kept: bytes and row are on disk, and it survives anything but the disk.</summary>
    /// <param name="File">The file.</param>
    public sealed record Accepted(StoredFile File) : UploadOutcome;

    /// <summary>More bytes than <see cref="FileUpload.MaxBytes"/>. Nothing is kept.</summary>
    public sealed record TooLarge : UploadOutcome;

    /// <summary>The account has as many files as it may. Nothing is kept.</summary>
    public sealed record TooManyFiles : UploadOutcome;

    /// <summary>The account has as many bytes as it may. Nothing is kept.</summary>
    public sealed record QuotaExceeded : UploadOutcome;

    /// <summary>The disk is, or would become, too full. Nothing is kept; it has been logged.</summary>
    public sealed record StorageFull : UploadOutcome;

    /// <summary><see cref="FileUpload.FindPurposeAsync"/> gave none. Nothing is kept.</summary>
    public sealed record Refused : UploadOutcome;
}
