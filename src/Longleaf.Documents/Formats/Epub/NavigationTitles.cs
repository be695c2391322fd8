using System.Text;
using Longleaf.Documents.Formats.Html;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Epub;

/// <summary>The titles of a book's table of contents, by the files that they lead to.</summary>
internal sealed class NavigationTitles
{
    private const int MaxTitles = 50_000;

    private readonly Dictionary<string, List<ChapterTitle>> _byFile = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>The titles that lead to a file. One entry alone tells no chapters apart, and is mostly the book's title or a phrase.</summary>
    public IReadOnlyList<ChapterTitle> Of(string path) => _count > 1 && _byFile.TryGetValue(path, out var titles) ? titles : [];

    /// <summary>Reads the <c>nav</c> of EPUB 3: lists in lists, of links.</summary>
    public void ReadNavigation(EpubContainer container, string path, string markup)
    {
        var (depth, inContents, title, target) = (0, false, new StringBuilder(), default(string));
        foreach (var tag in MarkupTags.Read(markup))
        {
            switch (tag.Name)
            {
                // Landmarks and page lists are lists of links as well.
                case "nav":
                    (inContents, depth) = (!tag.IsEnd && tag["epub:type"] is null or "toc", 0);
                    break;
                case "ol" or "ul":
                    depth = tag.IsEnd ? Math.Max(0, depth - 1) : depth + 1;
                    break;
                case "a" when inContents && !tag.IsEnd:
                    (target, _) = (tag["href"], title.Clear());
                    break;
                case "a" when inContents && target is not null:
                    Add(container, path, target, title.ToString(), depth);
                    target = null;
                    continue;
                case "img" when target is not null:
                    title.Append(tag["alt"]);
                    break;
                default:
                    break;
            }

            title.Append(tag.Text);
        }
    }

    /// <summary>Reads the NCX of EPUB 2: points in points, each with a label and a target.</summary>
    public void ReadNcx(EpubContainer container, string path, string markup)
    {
        var (depth, inPoints, inText, title) = (0, false, false, new StringBuilder());
        foreach (var tag in MarkupTags.Read(markup))
        {
            switch (tag.Name)
            {
                case "navmap":
                    inPoints = !tag.IsEnd;
                    break;
                case "navpoint":
                    depth = tag.IsEnd ? Math.Max(0, depth - 1) : depth + 1;
                    title.Clear();
                    break;
                case "text":
                    inText = !tag.IsEnd;
                    break;
                case "content" when inPoints && tag["src"] is { } target:
                    Add(container, path, target, title.ToString(), depth);
                    break;
                default:
                    break;
            }

            title.Append(inText ? tag.Text : "");
        }
    }

    private void Add(EpubContainer container, string from, string href, string title, int depth)
    {
        var line = CleanText.OfLine(title);
        if (line.Length == 0 || _count >= MaxTitles || container.Find(BookPath.FolderOf(from), href) is not { } file)
        {
            return;
        }

        if (!_byFile.TryGetValue(file, out var titles))
        {
            _byFile[file] = titles = [];
        }

        var chapter = new ChapterTitle(BookPath.Fragment(href), line, Math.Clamp(depth, 1, 6));
        if (titles.Count == 0 || titles[^1] != chapter)
        {
            titles.Add(chapter);
            _count++;
        }
    }
}
