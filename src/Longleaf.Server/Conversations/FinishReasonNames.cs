namespace Longleaf.Server.Conversations;

/// <summary>Finish reasons as both protocols and the ledger spell them.</summary>
internal static class FinishReasonNames
{
    public static string Of(FinishReason reason) => reason == FinishReason.Length ? "length" : "stop";
}
