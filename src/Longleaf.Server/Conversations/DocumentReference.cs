namespace Longleaf.Server.Conversations;

/// <summary>A document that a chat names.</summary>
internal abstract record DocumentReference
{
    private DocumentReference()
    {
    }

    /// <summary>An uploaded file.</summary>
    public sealed record File(string Id) : DocumentReference;

    /// <summary>Text given in a system message; <paramref name="Number"/> counts such texts from 1.</summary>
    public sealed record Given(int Number, string Text) : DocumentReference;

    /// <summary>A file within the request; <paramref name="Number"/> counts such files from 1.</summary>
    public sealed record Inline(int Number, string Name, ReadOnlyMemory<byte> Content) : DocumentReference;
}
