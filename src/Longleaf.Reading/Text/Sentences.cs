namespace Longleaf.Reading.Text;

/// <summary>Finds sentences, in Latin scripts and CJK.</summary>
public static class Sentences
{
    /// <summary>The sentences of a text in order, trimmed; together they hold all that is not blank.</summary>
    public static IReadOnlyList<Range> Split(string text) => throw new NotImplementedException(text);
}
