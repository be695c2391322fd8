using Longleaf.Platform.Files;
using Longleaf.Reading;

namespace Longleaf.Server.Conversations;

/// <summary>A chat that may be answered: nothing the client asked for stands against it, and its documents are open.</summary>
internal sealed class PreparedChat(Conversation conversation, long promptTokens, IReadOnlyList<OpenDocument> open) : IDisposable
{
    public Conversation Conversation { get; } = conversation;

    /// <summary>Tokens in, as billed (contract, <c>prompt_tokens</c>).</summary>
    public long PromptTokens { get; } = promptTokens;

    public void Dispose()
    {
        foreach (var document in open)
        {
            document.Dispose();
        }
    }
}
