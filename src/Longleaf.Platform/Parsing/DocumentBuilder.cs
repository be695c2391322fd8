using Longleaf.Documents;
using Longleaf.Platform.Storage;
using Longleaf.Reading.Index;

namespace Longleaf.Platform.Parsing;

/// <summary>Turns what a reader says into artefacts, a block at a time.</summary>
internal sealed class DocumentBuilder(IDocumentReader reader, FreeSpace space)
{
    private static readonly DocumentFailure Blank = new(DocumentFailureCode.Blank, "There is no text in this file.");

    /// <summary>Reads a document and writes its artefacts to a staged folder.</summary>
    /// <param name="path">The file with its bytes.</param>
    /// <param name="fileName">The name its owner gave it.</param>
    /// <param name="accountId">Whose it is: what reads it reads no other account's documents.</param>
    /// <param name="staged">Where the artefacts go.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The manifest, written too; or why there is none.</returns>
    /// <exception cref="IOException">Storage failed, or the disk is too full.</exception>
    public async Task<(DocumentManifest? Manifest, DocumentFailure? Failure)> BuildAsync(
        string path, string fileName, Guid accountId, StagedFolder staged, Action<ReaderEvent.Progress> progress, CancellationToken cancellationToken)
    {
        await using var text = staged.Create(ArtifactFiles.Text);
        await using var blocks = staged.Create(ArtifactFiles.Blocks);
        var canonical = new CanonicalTextWriter(text);
        var map = new BlockMapWriter(blocks);
        var segment = new SegmentBuilder();
        var (hasText, nextCheck) = (false, 0L);
        await foreach (var happened in reader.ReadAsync(path, fileName, accountId.ToString("N"), cancellationToken))
        {
            switch (happened)
            {
                case ReaderEvent.Progress step:
                    progress(step);
                    break;

                case ReaderEvent.Read(var block):
                    if (canonical.Bytes >= nextCheck)
                    {
                        nextCheck = canonical.Bytes + FreeSpace.CheckEvery;
                        space.Require();
                    }

                    var placed = canonical.Append(block);
                    map.Add(placed);
                    segment.Add(placed);
                    hasText = hasText || !string.IsNullOrWhiteSpace(block.Text);
                    break;

                case ReaderEvent.Failed(var failure):
                    return (null, failure);

                case ReaderEvent.Completed(var info):
                    if (!hasText)
                    {
                        return (null, Blank);
                    }

                    space.Require();
                    map.Complete();
                    return (Complete(staged, segment, canonical, info), null);
            }
        }

        throw new InvalidOperationException("The reader ended without saying how.");
    }

    private DocumentManifest Complete(StagedFolder staged, SegmentBuilder segment, CanonicalTextWriter canonical, DocumentInfo info)
    {
        using var index = staged.Create(ArtifactFiles.Segment);
        var summary = segment.Complete(index);
        var manifest = new DocumentManifest
        {
            ReaderVersion = reader.Version,
            Info = info,
            Tokens = summary.Tokens,
            Characters = canonical.Characters,
            TextBytes = canonical.Bytes,
            Passages = summary.Passages,
        };
        using var output = staged.Create(ArtifactFiles.Manifest);
        manifest.Write(output);
        return manifest;
    }
}
