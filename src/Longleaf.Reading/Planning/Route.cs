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

    /// <summary>Nothing is asked: a greeting, thanks.</summary>
    Greeting,
}
