using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Epub;

/// <summary>What a book's package document (OPF) says: title, authors and language, files, reading order.</summary>
internal sealed class PackageDocument
{
    private const int MaxItems = 100_000;
    private const int MaxAuthors = 20;
    private const int MaxFallbacks = 16;

    private readonly Dictionary<string, ManifestItem> _manifest = new(StringComparer.Ordinal);
    private readonly List<string> _spine = [];
    private readonly List<string> _authors = [];
    private string? _ncxId;

    private PackageDocument(string path) => Folder = BookPath.FolderOf(path);

    /// <summary>The folder that its files are seen from.</summary>
    public string Folder { get; }

    public string? Title { get; private set; }

    public string? Author => _authors.Count == 0 ? null : string.Join(", ", _authors);

    public string? Language { get; private set; }

    /// <summary>The files in reading order: those outside the main line (<c>linear="no"</c>) stand where the book puts them.</summary>
    public IEnumerable<ManifestItem?> Spine => _spine.Select(id => _manifest.GetValueOrDefault(id));

    public IEnumerable<ManifestItem> Manifest => _manifest.Values;

    /// <summary>The table of contents of EPUB 3.</summary>
    public ManifestItem? Navigation => _manifest.Values.FirstOrDefault(item => item.Has("nav"));

    /// <summary>The table of contents of EPUB 2.</summary>
    public ManifestItem? Ncx => (_ncxId is not null ? _manifest.GetValueOrDefault(_ncxId) : null)
        ?? _manifest.Values.FirstOrDefault(item => item.MediaType == "application/x-dtbncx+xml");

    /// <summary>An item that holds text: itself, or what stands in for it; <see langword="null"/> if nothing does.</summary>
    public ManifestItem? Readable(ManifestItem item)
    {
        var current = item;
        for (var steps = 0; steps < MaxFallbacks && current is not null; steps++)
        {
            if (current.IsText)
            {
                return current;
            }

            current = current.Fallback is { } id ? _manifest.GetValueOrDefault(id) : null;
        }

        return null;
    }

    /// <param name="path">Its name in the container.</param>
    /// <param name="markup">Its text.</param>
    public static PackageDocument Read(string path, string markup)
    {
        var package = new PackageDocument(path);
        var inMetadata = false;
        foreach (var tag in MarkupTags.Read(markup).Where(tag => !tag.IsEnd || tag.Name == "metadata"))
        {
            switch (tag.Name)
            {
                case "metadata":
                    inMetadata = !tag.IsEnd && !tag.IsEmpty;
                    break;
                case "title" when inMetadata && package.Title is null:
                    package.Title = NotEmpty(tag.Text);
                    break;
                case "creator" when inMetadata && NotEmpty(tag.Text) is { } author && package._authors.Count < MaxAuthors && !package._authors.Contains(author):
                    package._authors.Add(author);
                    break;
                // Of several the first is the main one.
                case "language" when inMetadata && package.Language is null:
                    package.Language = LanguageTag.Of(tag.Text);
                    break;
                case "item" when tag["id"] is { } id && tag["href"] is { } href && package._manifest.Count < MaxItems:
                    package._manifest.TryAdd(id, new ManifestItem(href, tag["media-type"] ?? "", tag["properties"] ?? "", tag["fallback"]));
                    break;
                case "spine":
                    package._ncxId = tag["toc"];
                    break;
                case "itemref" when tag["idref"] is { } id && package._spine.Count < MaxItems:
                    package._spine.Add(id);
                    break;
                default:
                    break;
            }
        }

        return package;
    }

    private static string? NotEmpty(string text) => CleanText.OfLine(text) is { Length: > 0 } line ? line : null;
}
