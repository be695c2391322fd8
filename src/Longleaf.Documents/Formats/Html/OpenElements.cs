namespace Longleaf.Documents.Formats.Html;

/// <summary>
/// The elements that are open and matter. Names that matter to nobody are not kept; past a depth none is, and the text in them is read
/// without their structure.
/// </summary>
internal sealed class OpenElements(int maxDepth)
{
    private readonly List<OpenElement> _open = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beyond = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    public OpenElement this[int index] => _open[index];

    public OpenElement? Top => _open.Count == 0 ? null : _open[^1];

    /// <summary>Whether an element of that name is open, so that another's end must be told from its own.</summary>
    public bool Has(string name) => _names.GetValueOrDefault(name) > 0;

    public bool Push(OpenElement element)
    {
        if (_open.Count >= maxDepth)
        {
            _beyond[element.Name] = _beyond.GetValueOrDefault(element.Name) + 1;
            return false;
        }

        _open.Add(element);
        _names[element.Name] = _names.GetValueOrDefault(element.Name) + 1;
        return true;
    }

    public OpenElement Pop()
    {
        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _names[element.Name]--;
        return element;
    }

    /// <summary>The position of the element that an end tag ends; -1 if it ends none.</summary>
    public int EndedBy(string name)
    {
        if (_beyond.GetValueOrDefault(name) > 0)
        {
            _beyond[name]--;
            return -1;
        }

        var isHeading = name is ['h', >= '1' and <= '6'];
        if (!isHeading && !Has(name))
        {
            return -1;
        }

        for (var index = _open.Count - 1; index >= 0; index--)
        {
            var element = _open[index];
            if (element.Name == name || (isHeading && element.Role == HtmlRole.Heading))
            {
                return index;
            }

            // A line's element does not end its block, nor a cell's its cell, nor an inner table's parts the outer one.
            if ((!element.IsInline && !HtmlNames.IsBlock(name)) || (element.Role == HtmlRole.Cell && !HtmlNames.IsTablePart(name))
                || (element.Role == HtmlRole.Table && name != "table"))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The innermost element of a role; null if there is none, or if a cell or a table is between.</summary>
    public OpenElement? Nearest(HtmlRole role)
    {
        for (var index = _open.Count - 1; index >= 0; index--)
        {
            if (_open[index].Role == role)
            {
                return _open[index];
            }

            if (_open[index].Role is HtmlRole.Cell or HtmlRole.Table)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>How many of a role are open around, within the same cell.</summary>
    public int Depth(HtmlRole role)
    {
        var depth = 0;
        for (var index = _open.Count - 1; index >= 0 && _open[index].Role != HtmlRole.Cell; index--)
        {
            depth += _open[index].Role == role ? 1 : 0;
        }

        return depth;
    }

    /// <summary>The position of the innermost table; -1 if none is open.</summary>
    public int TableIndex() => _open.FindLastIndex(element => element.Role == HtmlRole.Table);
}
