using System.IO.Compression;
using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Formats.Zip;

namespace Longleaf.Documents.Formats.Epub;

/// <summary>The zip around a book: its files by name, inflated within a budget.</summary>
internal sealed class EpubContainer : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly InflationBudget _budget;

    public EpubContainer(Stream input, ParseLimits limits)
    {
        _budget = new InflationBudget(limits);
        _zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        if (_zip.Entries.Count > limits.MaxZipEntries)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This book has more than {limits.MaxZipEntries:N0} files.");
        }

        foreach (var entry in _zip.Entries)
        {
            _files.TryAdd(BookPath.Resolve("", entry.FullName.Replace('\\', '/')), entry);
        }
    }

    public IEnumerable<string> Names => _files.Keys;

    /// <summary>The name under which a file is there: as it is written, or with its percent signs resolved; <see langword="null"/> if it is not.</summary>
    public string? Find(string folder, string href)
    {
        foreach (var spelling in (string[])[BookPath.WithoutFragment(href), Uri.UnescapeDataString(BookPath.WithoutFragment(href))])
        {
            foreach (var path in (string[])[BookPath.Resolve(folder, spelling), BookPath.Resolve("", spelling)])
            {
                if (_files.TryGetValue(path, out var entry) && entry.Name.Length > 0)
                {
                    return path;
                }
            }
        }

        return null;
    }

    /// <summary>How many bytes of the zip a file takes.</summary>
    public long PackedBytes(string path) => _files.TryGetValue(path, out var entry) ? Math.Max(0, entry.CompressedLength) : 0;

    /// <summary>A file's markup as text; <see langword="null"/> if it is not there.</summary>
    public string? ReadMarkup(string path)
    {
        if (!_files.TryGetValue(path, out var entry))
        {
            return null;
        }

        using var content = ZipParts.Open(entry, path, _budget);
        return MarkupText.Read(content);
    }

    public void Dispose() => _zip.Dispose();
}
