namespace Longleaf.Reading.Planning;

/// <summary>How a question is answered.</summary>
internal enum Route
{
    /// <summary>A fact is looked up.</summary>
    Lookup,

    /// <summary>A document, all of them, or a section is summarised.</summary>
    Summary,

    /// <summary>Documents are set side by side.</summary>
    Compare,

    /// <summary>The titles of a document's sections are asked for.</summary>
    Outline,

    /// <summary>Something is counted, summed, ranked or listed over all rows of a table, or over a whole text.</summary>
    Aggregate,

    /// <summary>Nothing is asked: a greeting, thanks.</summary>
    Greeting,
}
