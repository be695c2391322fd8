namespace Longleaf.Server.Compatible.Chat;

/// <summary>The message of a whole answer.</summary>
internal sealed record ChatMessageBody(string Role, string Content);
