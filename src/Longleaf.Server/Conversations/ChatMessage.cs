namespace Longleaf.Server.Conversations;

/// <summary>One message of a chat, its content as one text.</summary>
internal sealed record ChatMessage(ChatRole Role, string Text)
{
    /// <summary>The files that a user message brings along.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}
