namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>What tags of a tagged PDF say of the text within (ISO 32000-1, 14.6).</summary>
internal sealed class MarkedContent
{
    // What nests deeper is only counted.
    private const int MostDepth = 512;

    private readonly bool[] _isFurniture = new bool[MostDepth];
    private int _depth;
    private int _furniture;
    private int _hiddenFrom = -1;
    private int _replacedFrom = -1;

    /// <summary>Whether text is a page's header, footer or number.</summary>
    public bool IsFurniture => _furniture > 0;

    /// <summary>Whether it is optional content that is not shown.</summary>
    public bool IsHidden => _hiddenFrom >= 0;

    /// <summary>What the letters within read as together; <see langword="null"/> where they read as themselves.</summary>
    public string? ActualText { get; private set; }

    public void Begin(bool isFurniture, string? actualText, bool isHidden)
    {
        if (isHidden && _hiddenFrom < 0)
        {
            _hiddenFrom = _depth;
        }

        if (_depth < MostDepth)
        {
            _isFurniture[_depth] = isFurniture;
            _furniture += isFurniture ? 1 : 0;
        }

        if (actualText is not null && ActualText is null)
        {
            (ActualText, _replacedFrom) = (actualText, _depth);
        }

        _depth++;
    }

    /// <returns>The text that ends here, if letters within read as one.</returns>
    public string? End()
    {
        if (_depth == 0)
        {
            return null;
        }

        _depth--;
        if (_depth == _hiddenFrom)
        {
            _hiddenFrom = -1;
        }

        if (_depth < MostDepth)
        {
            _furniture -= _isFurniture[_depth] ? 1 : 0;
        }

        if (_depth != _replacedFrom)
        {
            return null;
        }

        var text = ActualText;
        (ActualText, _replacedFrom) = (null, -1);
        return text;
    }
}
