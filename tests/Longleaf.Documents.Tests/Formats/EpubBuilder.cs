using System.IO.Compression;
using System.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Writes EPUB books by hand.</summary>
internal static class EpubBuilder
{
    public const string Container =
        """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""";

    /// <summary>A book of chapters: their hrefs as the manifest writes them, their file names and bodies.</summary>
    public static byte[] Book(params (string Href, string Name, string Body)[] chapters) => Zip(
        ("META-INF/container.xml", Container),
        [("OPS/book.opf", Package(chapters.Select(chapter => chapter.Href))), .. chapters.Select(chapter => (chapter.Name, Page(chapter.Body)))]);

    public static string Package(IEnumerable<string> hrefs, string more = "") => $"""
        <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title><dc:creator>First Author</dc:creator><dc:creator>Second &amp; Co</dc:creator><dc:language>en_GB</dc:language><dc:language>fr</dc:language></metadata>
        <manifest>{string.Concat(hrefs.Select((href, index) => $"<item id='c{index}' href='{href}' media-type='application/xhtml+xml'/>"))}{more}</manifest>
        <spine toc="ncx">{string.Concat(hrefs.Select((_, index) => $"<itemref idref='c{index}'/>"))}</spine></package>
        """;

    public static string Page(string body) =>
        $"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>not text</title></head><body>{body}</body></html>";

    public static byte[] Zip((string Name, string Content) first, params (string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in (IEnumerable<(string, string)>)[("mimetype", "application/epub+zip"), first, .. files])
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
