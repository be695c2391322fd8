using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A stretch of a question that names a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Weight">How surely: 1 for its own name, less for what stands for it and for a part of it.</param>
internal sealed record Mention(TableColumn Column, int Start, int Length, double Weight)
{
    /// <summary>Behind its last UTF-16 unit.</summary>
    public int End => Start + Length;
}
