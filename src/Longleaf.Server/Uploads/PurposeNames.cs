using Longleaf.Platform.Files;

namespace Longleaf.Server.Uploads;

/// <summary>Purposes as the wire spells them.</summary>
internal static class PurposeNames
{
    public static string Of(FilePurpose purpose) => purpose == FilePurpose.Batch ? "batch" : "file-extract";

    public static FilePurpose? Parse(string? name) => name switch
    {
        "file-extract" => FilePurpose.FileExtract,
        "batch" => FilePurpose.Batch,
        _ => null,
    };
}
