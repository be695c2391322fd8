using Longleaf.Documents;
using Longleaf.Reading.Index;

namespace Longleaf.Platform.Files;

/// <summary>A document's artefacts, mapped into memory.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Blocks">Its blocks with their places.</param>
/// <param name="Segment">Its index.</param>
internal sealed record OpenArtifacts(DocumentInfo Info, CanonicalText Text, BlockMap Blocks, Segment Segment) : IDisposable
{
    public void Dispose()
    {
        Segment.Dispose();
        Blocks.Dispose();
        Text.Dispose();
    }
}
