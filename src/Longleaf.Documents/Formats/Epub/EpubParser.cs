using Longleaf.Documents.Formats.Html;

namespace Longleaf.Documents.Formats.Epub;

/// <summary>Reads books of EPUB 2 and 3: container, package document, then the files in reading order.</summary>
internal sealed class EpubParser : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var container = new EpubContainer(input, sink.Limits);
        var packagePath = FindPackage(container)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This EPUB book is damaged: its list of contents (the package document) is missing.");
        var encrypted = RightsProtection.EncryptedFiles(container);
        ThrowIfProtected(encrypted, packagePath);
        var package = PackageDocument.Read(packagePath, container.ReadMarkup(packagePath) ?? "");
        var files = ReadingOrder(container, package, sink);
        var titles = ReadTitles(container, package);
        var (writer, notes) = (new HtmlBlockWriter(sink), new NoteLabels());
        var (done, total) = (0L, files.Select(container.PackedBytes).Sum());
        foreach (var file in files)
        {
            ThrowIfProtected(encrypted, file);
            ReadFile(container, file, titles.Of(file), notes, writer, sink);
            done += container.PackedBytes(file);
            sink.Progress(done, total, "bytes");
        }

        return new DocumentInfo { Format = DocumentFormat.Epub, Title = package.Title, Author = package.Author, Language = package.Language };
    }

    private static void ReadFile(
        EpubContainer container, string file, IReadOnlyList<ChapterTitle> titles, NoteLabels notes, HtmlBlockWriter writer, BlockSink sink)
    {
        string? markup;
        try
        {
            markup = container.ReadMarkup(file);
        }
        catch (Exception exception) when (exception is InvalidDataException
            or UnreadableException { Failure.Code: DocumentFailureCode.UnsupportedFormat or DocumentFailureCode.Blank })
        {
            sink.Warn("A chapter of this book is damaged and was left out.");
            return;
        }

        var byAnchor = ChapterTitles.ByAnchor(titles);
        var titled = new ChapterTitles(byAnchor, titles.Where(title => title.Anchor is null), writer.Write);
        new HtmlReader(sink.Limits, notes, file, byAnchor.Keys.ToHashSet(StringComparer.Ordinal), titled.Add).Read(markup ?? "");
        titled.Complete();
    }

    // Of several renditions the first is the default one.
    private static string? FindPackage(EpubContainer container)
    {
        if (container.Find("", "META-INF/container.xml") is { } path && container.ReadMarkup(path) is { } markup)
        {
            foreach (var tag in MarkupTags.Read(markup).Where(tag => tag.Name == "rootfile" && !tag.IsEnd))
            {
                if (tag["full-path"] is { } named && container.Find("", named) is { } found)
                {
                    return found;
                }
            }
        }

        return container.Names.FirstOrDefault(name => name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> ReadingOrder(EpubContainer container, PackageDocument package, BlockSink sink)
    {
        var (files, seen) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var items = package.Spine.ToList();
        if (items.Count == 0)
        {
            sink.Warn("This book does not say in which order it is read: its files are in the order of its list.");
            items = [.. package.Manifest.Where(item => item.IsText && !item.Has("nav"))];
        }

        foreach (var item in items)
        {
            if (item is not null && package.Readable(item) is { } readable)
            {
                if (container.Find(package.Folder, readable.Href) is not { } file)
                {
                    sink.Warn("A chapter that this book lists is missing in it.");
                }
                else if (seen.Add(file))
                {
                    files.Add(file);
                }
            }
            else if (item is null || !item.MediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                sink.Warn("A part of this book is of a kind that holds no text, or is not listed, and was left out.");
            }
        }

        return files;
    }

    private static NavigationTitles ReadTitles(EpubContainer container, PackageDocument package)
    {
        var titles = new NavigationTitles();
        if (package.Navigation is { } navigation && container.Find(package.Folder, navigation.Href) is { } path)
        {
            titles.ReadNavigation(container, path, container.ReadMarkup(path) ?? "");
        }
        else if (package.Ncx is { } ncx && container.Find(package.Folder, ncx.Href) is { } ncxPath)
        {
            titles.ReadNcx(container, ncxPath, container.ReadMarkup(ncxPath) ?? "");
        }

        return titles;
    }

    private static void ThrowIfProtected(HashSet<string> encrypted, string file)
    {
        if (encrypted.Contains(file))
        {
            throw new UnreadableException(
                DocumentFailureCode.PasswordProtected, "This book is protected by DRM, its text is encrypted: upload a copy without protection.");
        }
    }
}
