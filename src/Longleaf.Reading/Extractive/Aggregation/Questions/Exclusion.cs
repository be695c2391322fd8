using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Words by which a question excludes what a cell says: "not from Berlin", "except Tea", 除了打印机以外.</summary>
internal static partial class Exclusion
{
    /// <summary>The words before what is excluded.</summary>
    [GeneratedRegex(@"\b(?:except(?: for)?|excluding|other than|without|not(?: in| from)?|apart from)\b|除了?|不(?:包括|含|是|在|属于)|非(?!常|洲)", RegexOptions.IgnoreCase)]
    public static partial Regex Before();

    /// <summary>The words behind it.</summary>
    [GeneratedRegex("以外|之外")]
    public static partial Regex Behind();

    /// <summary>Whether what starts at a position of a question is excluded.</summary>
    public static bool Holds(string question, int at)
    {
        var word = Before().Match(question);
        return word.Success && at > word.Index;
    }
}
