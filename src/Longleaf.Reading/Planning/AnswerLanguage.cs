namespace Longleaf.Reading.Planning;

/// <summary>The language an answer's own words are in. Quotes stay in their document's language.</summary>
internal enum AnswerLanguage
{
    /// <summary>English, and the frame for questions in languages without one of their own.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}
