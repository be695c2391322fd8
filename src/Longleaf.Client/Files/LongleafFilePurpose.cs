namespace Longleaf.Client.Files;

/// <summary>What a file is for.</summary>
public enum LongleafFilePurpose
{
    /// <summary>A purpose that this version of the client does not know.</summary>
    Unknown,

    /// <summary>A document to be asked about: <c>file-extract</c>.</summary>
    FileExtract,

    /// <summary>Requests to be answered together: <c>batch</c>.</summary>
    Batch,

    /// <summary>What such requests were answered: <c>batch_output</c>.</summary>
    BatchOutput,
}
