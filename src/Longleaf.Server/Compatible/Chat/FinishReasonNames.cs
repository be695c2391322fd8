using Longleaf.Server.Conversations;

namespace Longleaf.Server.Compatible.Chat;

/// <summary>Finish reasons as the wire spells them.</summary>
internal static class FinishReasonNames
{
    public static string Of(FinishReason reason) => reason == FinishReason.Length ? "length" : "stop";
}
