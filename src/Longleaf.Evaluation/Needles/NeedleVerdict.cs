namespace Longleaf.Evaluation.Needles;

/// <summary>What became of a needle's question.</summary>
internal enum NeedleVerdict
{
    /// <summary>The values are the answer.</summary>
    Answered,

    /// <summary>The values are in it, but not as the answer: too long, not first, another in bold or beside, or hedged.</summary>
    Buried,

    /// <summary>Something else was told, or not all values.</summary>
    Wrong,

    /// <summary>The documents were said not to say it.</summary>
    Refused,
}
