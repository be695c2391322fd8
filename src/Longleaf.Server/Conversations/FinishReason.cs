namespace Longleaf.Server.Conversations;

/// <summary>Why an answer ended.</summary>
internal enum FinishReason
{
    /// <summary>It was complete, or reached a stop text.</summary>
    Stop,

    /// <summary>It reached the token limit or the time limit.</summary>
    Length,
}
