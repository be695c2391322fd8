namespace Longleaf.Client.Files;

/// <summary>A file cannot be read, and never will be.</summary>
public sealed class LongleafFileException : Exception
{
    /// <summary>Of a file.</summary>
    /// <param name="file">The file, in <see cref="LongleafFileStatus.Error"/>.</param>
    public LongleafFileException(LongleafFile file)
        : base($"{Of(file).FileName} ({file.Id}) cannot be read: {file.StatusDetails ?? "no reason was given."}") => File = file;

    /// <summary>The file.</summary>
    public LongleafFile File { get; }

    private static LongleafFile Of(LongleafFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file;
    }
}
