namespace Longleaf.Platform.Files;

/// <summary>Where a file is in its life.</summary>
public enum FileStatus
{
    /// <summary>It is being parsed, or waits for it.</summary>
    Processing,

    /// <summary>It can be asked about.</summary>
    Processed,

    /// <summary>It cannot be parsed; the reason says why.</summary>
    Error,
}
