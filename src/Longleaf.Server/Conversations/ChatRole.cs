namespace Longleaf.Server.Conversations;

/// <summary>Who a message is from.</summary>
internal enum ChatRole
{
    System,
    User,
    Assistant,
}
