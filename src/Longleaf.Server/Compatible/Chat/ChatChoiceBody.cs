namespace Longleaf.Server.Compatible.Chat;

/// <summary>The one choice of a whole answer.</summary>
internal sealed record ChatChoiceBody(ChatMessageBody Message, string FinishReason, int Index, object? Logprobs);
