namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>A column as its header and its first cells show it.</summary>
/// <param name="Index">Its position in the table.</param>
/// <param name="Header">Its header's cell.</param>
/// <param name="Name">The header without its unit.</param>
/// <param name="Kind">What its cells are.</param>
internal sealed record TableColumn(int Index, string Header, string Name, ColumnKind Kind)
{
    /// <summary>The unit that its header gives in brackets, or its cells have; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How many digits its numbers have behind their mark, at most.</summary>
    public int Decimals { get; init; }

    /// <summary>Whether a value comes in several rows.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether its numbers only name something (ids, years): a sum of them says nothing.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether its cells name the currency of amounts beside them.</summary>
    public bool IsCurrency { get; init; }

    /// <summary>Whether its numbers are years.</summary>
    public bool IsYear { get; init; }

    /// <summary>Whether sums and averages of it say something.</summary>
    public bool IsMeasure => Kind == ColumnKind.Number && !IsKey && !IsYear;
}
