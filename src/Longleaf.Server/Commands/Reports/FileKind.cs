namespace Longleaf.Server.Commands.Reports;

/// <summary>What stands in a folder under a name, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing: a link that leads nowhere, a file that has gone.</summary>
    Missing,

    /// <summary>Bytes that can be read.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, socket or device: opening it may wait for ever.</summary>
    Special,
}
