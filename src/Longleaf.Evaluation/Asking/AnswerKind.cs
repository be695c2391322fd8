namespace Longleaf.Evaluation.Asking;

/// <summary>How the embedded reader told what it found.</summary>
internal enum AnswerKind
{
    /// <summary>As the answer.</summary>
    Told,

    /// <summary>As the nearest, with a word that nothing says it outright.</summary>
    Near,

    /// <summary>Not at all: the documents do not say.</summary>
    Refused,
}
