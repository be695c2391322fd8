using Longleaf.Documents;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Longleaf.Reading.Index;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Files;

/// <summary>Maps artefacts into memory, and makes an index again that is damaged or of an older version.</summary>
internal sealed partial class ArtifactOpener(IBlobStore blobs, ILogger<ArtifactOpener> logger)
{
    /// <summary>Opens a document's artefacts.</summary>
    /// <exception cref="InvalidDataException">The text or the block map is damaged: the document has to be parsed again.</exception>
    /// <exception cref="IOException">They are not there.</exception>
    public async Task<OpenArtifacts> OpenAsync(ArtifactKey key)
    {
        var folder = blobs.FindArtifacts(key) ?? throw new DirectoryNotFoundException("The artefacts are not there.");
        var manifest = await DocumentManifest.ReadAsync(Path.Combine(folder, ArtifactFiles.Manifest), CancellationToken.None);
        var text = CanonicalText.Open(Path.Combine(folder, ArtifactFiles.Text));
        BlockMap? blocks = null;
        try
        {
            if (text.Bytes != manifest.TextBytes)
            {
                throw new InvalidDataException("The canonical text is cut off.");
            }

            blocks = BlockMap.Open(Path.Combine(folder, ArtifactFiles.Blocks));
            return new OpenArtifacts(manifest.Info, text, blocks, OpenSegment(folder, text, blocks));
        }
        catch (Exception)
        {
            blocks?.Dispose();
            text.Dispose();
            throw;
        }
    }

    private Segment OpenSegment(string folder, CanonicalText text, BlockMap blocks)
    {
        var path = Path.Combine(folder, ArtifactFiles.Segment);
        try
        {
            return Segment.Open(path);
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
        {
            Log.Rebuilding(logger, exception);
        }

        using (var staged = blobs.StageFolder())
        {
            using (var output = staged.Create(ArtifactFiles.Segment))
            {
                Rebuild(text, blocks, output);
                output.Flush(flushToDisk: true);
            }

            File.Move(Path.Combine(staged.Path, ArtifactFiles.Segment), path, overwrite: true);
            Durability.SyncFolder(folder);
        }

        return Segment.Open(path);
    }

    private static void Rebuild(CanonicalText text, BlockMap blocks, Stream output)
    {
        var segment = new SegmentBuilder();
        for (var index = 0; index < blocks.Count; index++)
        {
            var entry = blocks[index];
            segment.Add(new Block
            {
                Kind = entry.Kind,
                Level = entry.Level,
                Join = entry.Join,
                Location = entry.Location,
                Text = text.Read(entry.Location.ByteStart, entry.Location.ByteLength),
            });
        }

        segment.Complete(output);
    }

    private static partial class Log
    {
        [LoggerMessage(2200, LogLevel.Warning, "An index is damaged or of another version and is made again from the text")]
        public static partial void Rebuilding(ILogger logger, Exception exception);
    }
}
