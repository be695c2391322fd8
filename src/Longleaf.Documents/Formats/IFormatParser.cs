namespace Longleaf.Documents.Formats;

/// <summary>Reads documents of one format.</summary>
internal interface IFormatParser
{
    /// <summary>Reads a document to its end.</summary>
    /// <param name="input">The document's bytes; seekable, at its start.</param>
    /// <param name="sink">Takes the blocks.</param>
    /// <returns>What is known of the document; its warnings are the sink's.</returns>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    DocumentInfo Parse(Stream input, BlockSink sink);
}
