using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>A picture on its way from a reader into a file.</summary>
internal sealed class PictureIntake : IAsyncDisposable
{
    private readonly FileStream? _file;

    /// <param name="folder">The folder for it; <see langword="null"/> to throw its pixels away.</param>
    /// <param name="request">The reader's number for it.</param>
    /// <param name="script">What its text is recognised as.</param>
    /// <param name="layout">How it lies.</param>
    /// <param name="pixels">How many pixels it has.</param>
    public PictureIntake(string? folder, int request, TextScript script, PictureLayout layout, int pixels)
    {
        (Folder, Request, Script, Layout, Left) = (folder, request, script, layout, pixels);
        _file = folder is null ? null : new FileStream(
            Path.Combine(folder, RecognitionTool.PictureName), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true);
    }

    public string? Folder { get; }

    public int Request { get; }

    public TextScript Script { get; }

    public PictureLayout Layout { get; }

    /// <summary>Pixels still to come.</summary>
    public int Left { get; set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _file?.WriteAsync(bytes, cancellationToken) ?? default;

    public ValueTask CloseAsync() => _file?.DisposeAsync() ?? default;

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Folder is not null)
        {
            ScratchFolders.Delete(Folder);
        }
    }
}
