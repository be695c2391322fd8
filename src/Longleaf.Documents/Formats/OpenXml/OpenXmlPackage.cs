using System.IO.Compression;
using System.Xml;

using Longleaf.Documents.Formats.Zip;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>The zip around an Office document: its parts by name, inflated within a budget, and the relationships between them.</summary>
internal sealed class OpenXmlPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly InflationBudget _budget;

    public OpenXmlPackage(Stream input, ParseLimits limits)
    {
        _budget = new InflationBudget(limits);
        _zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        if (_zip.Entries.Count > limits.MaxZipEntries)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This document has more than {limits.MaxZipEntries:N0} parts.");
        }

        foreach (var entry in _zip.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Opens a part; <see langword="null"/> if it is not there.</summary>
    public Stream? Open(string part) =>
        _parts.TryGetValue(part, out var entry) ? ZipParts.Open(entry, part, _budget) : null;

    /// <summary>Opens a part as XML without a document type; <see langword="null"/> if it is not there.</summary>
    public XmlReader? OpenXml(string part) => Open(part) is { } stream ? Xml(stream) : null;

    /// <summary>Reads a part's XML; disposes it as well.</summary>
    public static XmlReader Xml(Stream part) => XmlReader.Create(new AttributeGuard(part), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Office writes characters that XML 1.0 forbids; the blocks are cleaned later.
        CheckCharacters = false,
        CloseInput = true,
    });

    /// <summary>The part that the package is about; <see langword="null"/> if it does not say or has not got it.</summary>
    public string? MainPart() =>
        RelationshipsOf("").Values.FirstOrDefault(entry => entry.Type == "officeDocument" && Has(entry.Target))?.Target;

    /// <summary>The relationships of a part: by id, with the target's full part name, or its address where it is external.</summary>
    public Dictionary<string, Relationship> RelationshipsOf(string part)
    {
        var result = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        using var reader = OpenXml($"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship")
            {
                var isExternal = reader.GetAttribute("TargetMode") == "External";
                var target = reader.GetAttribute("Target") ?? "";
                var type = reader.GetAttribute("Type") ?? "";
                result[reader.GetAttribute("Id") ?? ""] = new Relationship(
                    type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(folder, target), isExternal);
            }
        }

        return result;
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
