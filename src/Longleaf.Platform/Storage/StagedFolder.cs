namespace Longleaf.Platform.Storage;

/// <summary>A folder of files that is being written and is gone on disposal unless it was committed.</summary>
internal sealed class StagedFolder : IDisposable
{
    public StagedFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    public FileStream Create(string name) => new(System.IO.Path.Combine(Path, name), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 128 * 1024,
    });

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
