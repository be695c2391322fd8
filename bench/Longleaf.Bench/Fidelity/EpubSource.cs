using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Longleaf.Bench.Fidelity;

/// <summary>The text of a well-formed book straight from its XML, in another way than the reader's: text nodes and descriptions of pictures in reading order.</summary>
internal static class EpubSource
{
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "tspan"];

    private static readonly HashSet<string> Unread = ["script", "style", "title", "audio", "video", "iframe"];

    /// <summary>The text; <see langword="null"/> if a file of the book is no XML.</summary>
    public static string? TextOf(string path)
    {
        try
        {
            return Read(path);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var container = Load(zip, "META-INF/container.xml");
        var packagePath = container.Descendants().Where(element => element.Name.LocalName == "rootfile").Select(element => (string)element.Attribute("full-path")!)
            .First(name => zip.GetEntry(name) is not null);
        var package = Load(zip, packagePath);
        var items = package.Descendants().Where(element => element.Name.LocalName == "item").ToDictionary(element => (string)element.Attribute("id")!);
        var text = new StringBuilder();
        var seen = new HashSet<string>();
        foreach (var reference in package.Descendants().Where(element => element.Name.LocalName == "itemref"))
        {
            if (items.TryGetValue((string)reference.Attribute("idref")!, out var item) && Readable(item, items) is { } readable)
            {
                var address = new Uri(new Uri("http://book/" + packagePath), (string)readable.Attribute("href")!);
                var name = Uri.UnescapeDataString(address.AbsolutePath)[1..];
                if (seen.Add(name) && zip.GetEntry(name) is not null)
                {
                    var document = Load(zip, name);
                    Append(document.Descendants().FirstOrDefault(element => element.Name.LocalName == "body") ?? document, text);
                }
            }
        }

        return text.ToString();
    }

    private static XElement? Readable(XElement item, Dictionary<string, XElement> items)
    {
        for (var (current, steps) = (item, 0); steps < 10; steps++)
        {
            if ((string?)current.Attribute("media-type") is "application/xhtml+xml" or "image/svg+xml")
            {
                return current;
            }

            if ((string?)current.Attribute("fallback") is not { } next || !items.TryGetValue(next, out current!))
            {
                break;
            }
        }

        return null;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        if (Unread.Contains(element.Name.LocalName) || (element.Name.LocalName is "nav" or "ol" && element.Attribute("hidden") is not null))
        {
            return;
        }

        var space = Inline.Contains(element.Name.LocalName) ? "" : " ";
        text.Append(space);
        if (element.Name.LocalName == "img" && (string?)element.Attribute("alt") is { } alternative && alternative.Contains(' ', StringComparison.Ordinal))
        {
            text.Append("Image ").Append(alternative);
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value.Replace("\u00AD", "", StringComparison.Ordinal));
            }
            else if (node is XElement child)
            {
                Append(child, text);
            }
        }

        text.Append(space);
    }

    private static XElement Load(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XElement.Load(reader);
    }
}
