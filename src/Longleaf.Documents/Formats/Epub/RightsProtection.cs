using Longleaf.Documents.Formats.Html;

namespace Longleaf.Documents.Formats.Epub;

/// <summary>Which files of a book are encrypted. Obfuscated fonts are no protection: the key is in the book, and they hold no text.</summary>
internal static class RightsProtection
{
    private static readonly string[] Obfuscations = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    public static HashSet<string> EncryptedFiles(EpubContainer container)
    {
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (container.Find("", "META-INF/encryption.xml") is not { } path || container.ReadMarkup(path) is not { } markup)
        {
            return files;
        }

        var algorithm = default(string);
        foreach (var tag in MarkupTags.Read(markup).Where(tag => !tag.IsEnd))
        {
            switch (tag.Name)
            {
                case "encrypteddata":
                    algorithm = null;
                    break;
                case "encryptionmethod":
                    // A key's own method stands deeper, after the data's.
                    algorithm ??= tag["algorithm"];
                    break;
                case "cipherreference" when tag["uri"] is { } uri && !Obfuscations.Contains(algorithm, StringComparer.OrdinalIgnoreCase)
                    && container.Find("", uri) is { } file:
                    files.Add(file);
                    break;
                default:
                    break;
            }
        }

        return files;
    }
}
