using System.Xml;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>What stands beside a document's main text: it may be damaged without the text being so.</summary>
internal static class SideParts
{
    /// <summary>Reads it; where it is damaged, the document gets a warning.</summary>
    public static T? Tolerate<T>(BlockSink sink, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            sink.Warn("A part of this document beside its main text is damaged and was left out.");
            return default;
        }
    }
}
