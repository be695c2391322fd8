namespace Longleaf.Client.Files;

/// <summary>Whether a file can be asked about.</summary>
public enum LongleafFileStatus
{
    /// <summary>A status that this version of the client does not know.</summary>
    Unknown,

    /// <summary>It is being parsed.</summary>
    Processing,

    /// <summary>It can.</summary>
    Processed,

    /// <summary>It cannot: <see cref="LongleafFile.StatusDetails"/> says why.</summary>
    Error,
}
