namespace Longleaf.Platform.Files;

/// <summary>What a file was uploaded for.</summary>
public enum FilePurpose
{
    /// <summary><c>file-extract</c>: a document to ask about.</summary>
    FileExtract,

    /// <summary><c>batch</c>: requests to run.</summary>
    Batch,
}
