namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Columns in order. Not a set of the framework, as those of numbers are compiled anew in every reader process.</summary>
internal sealed class ColumnSet
{
    private readonly List<int> _columns = [];

    public int Count => _columns.Count;

    /// <summary>A list of the columns.</summary>
    public List<int> ToList() => [.. _columns];

    public bool Contains(int column) => _columns.BinarySearch(column) >= 0;

    public void Add(int column)
    {
        var place = _columns.BinarySearch(column);
        if (place < 0)
        {
            _columns.Insert(~place, column);
        }
    }

    public void Clear() => _columns.Clear();
}
