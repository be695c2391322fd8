namespace Longleaf.Server.Conversations;

/// <summary>One message of a chat, its content as one text.</summary>
internal sealed record ChatMessage(ChatRole Role, string Text);
