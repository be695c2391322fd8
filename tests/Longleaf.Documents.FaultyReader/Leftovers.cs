using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.FaultyReader;

/// <summary>What one document can leave in its reader for the next, by the name of the file it is given.</summary>
internal static class Leftovers
{
    private static string _before = "";

    /// <summary>Tells processes apart: within their cages all have the same number.</summary>
    public static string Identity { get; } = Guid.NewGuid().ToString();

    /// <summary>Begins a document, in the way that the one before has arranged.</summary>
    public static void Before(string fault, ReaderRequest request, FrameWriter writer)
    {
        ManagedMemory.Limit(request.HeapBytes);
        if (_before == "die at the next")
        {
            Environment.FailFast("The test says so.");
        }
        else if (_before != "do not accept the next")
        {
            request.Accept(writer);
        }

        _before = fault;
    }

    /// <summary>Leaves something behind, after the end of a document was told.</summary>
    public static void After(string fault, FrameWriter writer)
    {
        switch (fault)
        {
            case "leave a block":
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = "Of the document before." });
                writer.Flush();
                break;
            case "leave an end":
                EventFrames.WriteEnd(writer, new ReaderEvent.Failed(new DocumentFailure(DocumentFailureCode.Blank, "Of the document before.")));
                break;
            case "leave an acceptance":
                writer.Begin(FrameKind.Accepted).Int64(1).End();
                writer.Flush();
                break;
            case "leave bytes":
                writer.Begin((FrameKind)77).End();
                writer.Flush();
                break;
            case "die after the end":
                Environment.Exit(0);
                break;
        }
    }
}
