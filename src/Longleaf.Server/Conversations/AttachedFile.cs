namespace Longleaf.Server.Conversations;

/// <summary>A file that a user message brings along, as a content part (contract, message content).</summary>
internal abstract record AttachedFile
{
    private AttachedFile()
    {
    }

    /// <summary>An uploaded file.</summary>
    public sealed record Stored(string Id) : AttachedFile;

    /// <summary>A file within the request, kept for it only.</summary>
    public sealed record Inline(string Name, ReadOnlyMemory<byte> Content) : AttachedFile;
}
