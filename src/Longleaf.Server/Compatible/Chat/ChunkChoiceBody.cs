namespace Longleaf.Server.Compatible.Chat;

/// <summary>The one choice of a chunk.</summary>
internal sealed record ChunkChoiceBody(ChunkDeltaBody Delta, int Index, object? Logprobs, string? FinishReason);
