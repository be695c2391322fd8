using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>Sends what the parser finds; progress goes out at once, as it shows that the reader lives.</summary>
internal sealed class EventOutput(FrameWriter writer)
{
    public void Write(Block block) => EventFrames.Write(writer, block);

    public void Write(ReaderEvent.Progress progress)
    {
        EventFrames.Write(writer, progress);
        writer.Flush();
    }
}
