namespace Longleaf.Client.Files;

/// <summary>Purposes as the wire spells them.</summary>
internal static class PurposeNames
{
    public const string FileExtract = "file-extract";

    public static string Of(LongleafFilePurpose purpose) => purpose switch
    {
        LongleafFilePurpose.FileExtract => FileExtract,
        LongleafFilePurpose.Batch => "batch",
        LongleafFilePurpose.BatchOutput => "batch_output",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Choose one of the known purposes."),
    };

    public static LongleafFilePurpose Parse(string? name) => name switch
    {
        FileExtract => LongleafFilePurpose.FileExtract,
        "batch" => LongleafFilePurpose.Batch,
        "batch_output" => LongleafFilePurpose.BatchOutput,
        _ => LongleafFilePurpose.Unknown,
    };
}
