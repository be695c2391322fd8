using System.Security.Cryptography;
using System.Text;

namespace Longleaf.Platform.Storage;

/// <summary>What was read out of a content: canonical text, block map, segment, manifest.</summary>
/// <param name="Content">The content.</param>
/// <param name="Variant">How it was read: 16 hexadecimal digits.</param>
internal readonly record struct ArtifactKey(ContentKey Content, string Variant)
{
    /// <summary>
    /// The variant that a reader of this version makes of a content under this file name. The extension takes part: it is
    /// the reader's hint, and the same bytes are read differently as <c>.md</c> and as <c>.txt</c>.
    /// </summary>
    public static ArtifactKey For(ContentKey content, string readerVersion, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{readerVersion}\n{extension}"));
        return new(content, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }
}
