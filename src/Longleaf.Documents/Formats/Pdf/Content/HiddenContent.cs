using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>Which optional content a document does not show as it opens (ISO 32000-1, 8.11): layers that are off.</summary>
internal sealed class HiddenContent
{
    private const int MostGroups = 100_000;
    private const int MostDepth = 8;

    private readonly PdfObjects _objects;
    private readonly HashSet<long> _off = [];
    private readonly HashSet<long> _on = [];
    private readonly bool _isOff;

    public HiddenContent(PdfObjects objects, DictionaryToken catalog)
    {
        _objects = objects;
        if (objects.Dictionary(objects.Dictionary(catalog, "OCProperties"), "D") is not { } settings)
        {
            return;
        }

        _isOff = objects.Name(settings, "BaseState") == "OFF";
        Take(_off, objects.Array(settings, "OFF"));
        Take(_on, objects.Array(settings, "ON"));
    }

    /// <summary>Whether content of a group, or of a rule over several, is not shown.</summary>
    public bool Hides(IToken? token) => (_isOff || _off.Count > 0) && token is not null && Hides(token, 0);

    private static void Take(HashSet<long> groups, ArrayToken? array)
    {
        foreach (var group in array?.Data.Take(MostGroups) ?? [])
        {
            if (group is IndirectReferenceToken reference)
            {
                groups.Add(reference.Data.ObjectNumber);
            }
        }
    }

    private bool Hides(IToken token, int depth)
    {
        if (depth == MostDepth || PdfObjects.AsDictionary(_objects.Resolve(token)) is not { } dictionary)
        {
            return false;
        }

        if (_objects.Name(dictionary, "Type") != "OCMD")
        {
            return token is IndirectReferenceToken { Data.ObjectNumber: var number } && (_isOff ? !_on.Contains(number) : _off.Contains(number));
        }

        // Which of its groups must be seen; expressions (VE) are asked by few files, which give the groups too.
        dictionary.Data.TryGetValue("OCGs", out var named);
        var groups = _objects.Resolve(named) is ArrayToken array ? array.Data.Take(MostGroups) : named is null ? [] : [named];
        var hidden = groups.Select(group => Hides(group, depth + 1)).ToList();
        return hidden.Count > 0 && _objects.Name(dictionary, "P") switch
        {
            "AllOn" => hidden.Contains(true),
            "AnyOff" => !hidden.Contains(true),
            "AllOff" => hidden.Contains(false),
            _ => !hidden.Contains(false),
        };
    }
}
