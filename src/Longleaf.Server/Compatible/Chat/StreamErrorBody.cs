using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>An error after the first byte of a stream (contract 2.4).</summary>
internal sealed record StreamErrorBody(ErrorDetail Error);
