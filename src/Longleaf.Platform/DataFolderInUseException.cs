namespace Longleaf.Platform;

/// <summary>Another server holds the data folder. The message is one sentence for the operator.</summary>
public sealed class DataFolderInUseException : IOException
{
    /// <summary>Makes one for a folder.</summary>
    /// <param name="folder">The folder as the operator named it.</param>
    public DataFolderInUseException(string folder)
        : base($"Another Longleaf server is using {folder}; stop it or choose another --data.")
    {
    }

    /// <inheritdoc/>
    public DataFolderInUseException()
    {
    }

    /// <inheritdoc/>
    public DataFolderInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
