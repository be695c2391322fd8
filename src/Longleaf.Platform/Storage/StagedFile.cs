namespace Longleaf.Platform.Storage;

/// <summary>A file that is being written and is gone on disposal unless it was committed.</summary>
internal sealed class StagedFile : IAsyncDisposable
{
    public StagedFile(string path)
    {
        Path = path;
        Stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
    }

    public string Path { get; }

    public FileStream Stream { get; }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(Path);
    }
}
