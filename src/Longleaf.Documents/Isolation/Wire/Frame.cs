namespace Longleaf.Documents.Isolation.Wire;

/// <summary>One frame, its payload not looked at yet.</summary>
/// <param name="Kind">What it says it is.</param>
/// <param name="Payload">Its bytes; at most <see cref="Protocol.MaxPayloadBytes"/>.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);
