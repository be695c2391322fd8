using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>A statement that gives a name what another name, or a value, stands for.</summary>
/// <param name="Target">What is given it.</param>
/// <param name="Source">What it is given.</param>
/// <param name="Statement">Where it is said.</param>
internal sealed record Assignment(string Target, string Source, Statement Statement);
