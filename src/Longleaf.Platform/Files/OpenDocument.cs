using Longleaf.Reading;

namespace Longleaf.Platform.Files;

/// <summary>A document kept open until this is disposed, deleted or not meanwhile.</summary>
/// <param name="document">The document.</param>
/// <param name="release">Lets go of it.</param>
public sealed class OpenDocument(ReadableDocument document, Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>The document.</summary>
    public ReadableDocument Document { get; } = document;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
