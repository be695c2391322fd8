namespace Longleaf.Documents.Formats.Pdf;

/// <summary>How deep items of a list are nested, by their indents.</summary>
internal sealed class ListLevels
{
    private const int MostLevels = 8;

    // In sizes of letters: numbers that end at one place start at several.
    private const double Indent = 0.9;

    private readonly List<double> _indents = [];
    private double _height;

    /// <summary>Takes the next item of a list.</summary>
    /// <param name="line">Its first line.</param>
    /// <param name="isFirst">Whether a list starts with it.</param>
    /// <returns>Its level, 0 the highest.</returns>
    public int Next(TextLine line, bool isFirst)
    {
        // In the next column everything stands further to the right.
        if (isFirst || (line.Baseline > _height && _indents.Count > 0 && line.Left > _indents[^1] + (Indent * line.Size)))
        {
            _indents.Clear();
        }

        _height = line.Baseline;
        while (_indents.Count > 1 && line.Left < _indents[^1] - (Indent * line.Size))
        {
            _indents.RemoveAt(_indents.Count - 1);
        }

        if (_indents.Count == 0 || (line.Left > _indents[^1] + (Indent * line.Size) && _indents.Count < MostLevels))
        {
            _indents.Add(line.Left);
        }

        return _indents.Count - 1;
    }
}
