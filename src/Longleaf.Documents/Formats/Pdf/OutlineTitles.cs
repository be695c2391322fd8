using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>The titles of a PDF's outline by page: lines that read the same are headings, of the outline's level.</summary>
/// <remarks>Read without PdfPig's own reader, which goes through all pages for each title.</remarks>
internal sealed class OutlineTitles
{
    private const int MostTitles = 20_000;
    private const int MostDepth = 32;
    private const int MostNodes = 20_000;
    private const int MostNames = 200_000;

    // Destinations whose page is not known count for the whole document.
    private const int AnyPage = 0;

    private readonly Dictionary<(int Page, string Title), int> _levels = [];
    private readonly HashSet<long> _seen = [];
    private readonly PdfObjects? _objects;
    private readonly PageNumbers? _pages;
    private readonly DictionaryToken? _catalog;
    private Dictionary<string, IToken>? _names;

    /// <summary>No titles.</summary>
    public OutlineTitles()
    {
    }

    private OutlineTitles(PdfObjects objects, DictionaryToken catalog) => (_objects, _pages, _catalog) = (objects, new PageNumbers(objects, catalog), catalog);

    public static OutlineTitles Read(PdfDocument document, PdfObjects objects)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (objects.Dictionary(catalog, "Outlines") is not { } root)
        {
            return new OutlineTitles();
        }

        var titles = new OutlineTitles(objects, catalog);
        titles.Add(root, 1);
        return titles;
    }

    public int? Level(string line, int page) =>
        _levels.Count > 0 && Key(line) is { Length: > 0 } key && (_levels.TryGetValue((page, key), out var level) || _levels.TryGetValue((AnyPage, key), out level))
            ? level
            : null;

    private void Add(DictionaryToken parent, int level)
    {
        var next = parent.Data.GetValueOrDefault("First");
        while (next is IndirectReferenceToken reference && _seen.Count < MostTitles && _seen.Add(reference.Data.ObjectNumber)
            && PdfObjects.AsDictionary(_objects!.Resolve(next)) is { } item)
        {
            if (Key(_objects.Text(item, "Title")) is { Length: > 0 } title)
            {
                _levels.TryAdd((PageOf(item), title), Math.Clamp(level, 1, 6));
            }

            if (level < MostDepth)
            {
                Add(item, level + 1);
            }

            next = item.Data.GetValueOrDefault("Next");
        }
    }

    private int PageOf(DictionaryToken item)
    {
        var target = _objects!.Value(item, "Dest") ?? _objects.Value(_objects.Dictionary(item, "A"), "D");
        if (target is NameToken or StringToken or HexToken)
        {
            target = Named(target is NameToken name ? name.Data : PdfObjects.AsText(target)!);
        }

        if (target is DictionaryToken dictionary)
        {
            target = _objects.Value(dictionary, "D");
        }

        return target is ArrayToken { Data: [IndirectReferenceToken page, ..] } ? _pages!.Of(page.Data.ObjectNumber) ?? AnyPage : AnyPage;
    }

    // Old files have a dictionary of names, newer ones a tree.
    private IToken? Named(string name) =>
        _objects!.Value(_objects.Dictionary(_catalog, "Dests"), name) ?? _objects.Resolve((_names ??= ReadNames()).GetValueOrDefault(name));

    // Where each leads is looked up for the names that the outline uses: there may be one for every equation.
    private Dictionary<string, IToken> ReadNames()
    {
        var names = new Dictionary<string, IToken>(StringComparer.Ordinal);
        var open = new Stack<IToken>();
        var nodes = 0;
        if (_objects!.Value(_objects.Dictionary(_catalog, "Names"), "Dests") is { } root)
        {
            open.Push(root);
        }

        while (open.TryPop(out var token) && ++nodes <= MostNodes && names.Count < MostNames)
        {
            var node = PdfObjects.AsDictionary(_objects.Resolve(token));
            foreach (var kid in _objects.Array(node, "Kids")?.Data.Take(MostNodes) ?? [])
            {
                open.Push(kid);
            }

            var pairs = _objects.Array(node, "Names")?.Data ?? [];
            for (var index = 0; index + 1 < pairs.Count && names.Count < MostNames; index += 2)
            {
                if (PdfObjects.AsText(_objects.Resolve(pairs[index])) is { } name)
                {
                    names.TryAdd(name, pairs[index + 1]);
                }
            }
        }

        return names;
    }

    // Letters alone: numbers and blanks are set differently in outlines.
    private static string Key(string? title) =>
        title is null ? "" : string.Concat(title.Where(char.IsLetter)).ToUpperInvariant();
}
