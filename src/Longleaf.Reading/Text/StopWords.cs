using System.Collections.Frozen;

namespace Longleaf.Reading.Text;

/// <summary>English words that say nothing of what a text is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> English = FrozenSet.ToFrozenSet(
        """
        a about after all also am an and any are aren as at be because been before being between both but by can cannot cant could couldn did didn didnt
        do does doesn doesnt doing don dont down during each few for from further had hadn has hasn have haven having he hed hell her here hers herself hes
        him himself his how i id if ill im in into is isn isnt it its itself ive just me more most my myself no nor not of off on once only or other our ours
        ourselves out over own same she shed shes should shouldn so some such than that thats the their theirs them themselves then there theres these they
        theyre this those through to too under until up upon very was wasn wasnt we were weren what whats when where which while who whom whose why will with
        won wont would wouldn you your youre yours yourself yourselves
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 10 && English.Contains(word);
}
