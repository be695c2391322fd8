using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Which page an object is.</summary>
internal sealed class PageNumbers
{
    private const int MostNodes = 200_000;

    private readonly Dictionary<long, int> _numbers = [];

    public PageNumbers(PdfObjects objects, DictionaryToken catalog)
    {
        // Depth first, as pages follow each other; the tree of a hostile file may be a circle.
        var open = new Stack<IToken>();
        var seen = new HashSet<long>();
        if (catalog.Data.TryGetValue("Pages", out var root))
        {
            open.Push(root);
        }

        var pages = 0;
        while (open.TryPop(out var token) && seen.Count < MostNodes)
        {
            var reference = token as IndirectReferenceToken;
            if ((reference is not null && !seen.Add(reference.Data.ObjectNumber)) || PdfObjects.AsDictionary(objects.Resolve(token)) is not { } node)
            {
                continue;
            }

            if (objects.Array(node, "Kids") is { } kids)
            {
                for (var index = kids.Data.Count - 1; index >= 0; index--)
                {
                    open.Push(kids.Data[index]);
                }
            }
            else
            {
                pages++;
                if (reference is not null)
                {
                    _numbers[reference.Data.ObjectNumber] = pages;
                }
            }
        }
    }

    public int? Of(long objectNumber) => _numbers.TryGetValue(objectNumber, out var page) ? page : null;
}
