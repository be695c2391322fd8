using Longleaf.Reading.Text;

namespace Longleaf.Reading.Planning;

/// <summary>Words that stand for each other in documents and questions, English and Chinese together (Lexicon.txt, FieldLexicon.txt, ColumnLexicon.txt).</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<(int Group, string[] Terms)>> _members = new(StringComparer.Ordinal);
    private readonly List<string[][]> _groups = [];

    private Lexicon(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            var members = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Terms)
                .Where(terms => terms.Length > 0)
                .DistinctBy(terms => string.Join(' ', terms))
                .ToArray();
            foreach (var terms in members)
            {
                if (!_members.TryGetValue(terms[0], out var list))
                {
                    _members[terms[0]] = list = [];
                }

                list.Add((_groups.Count, terms));
            }

            _groups.Add(members);
        }
    }

    /// <summary>The one lexicon.</summary>
    public static Lexicon Shared { get; } = Load("Lexicon.txt");

    /// <summary>What the names of fields and the labels of forms call the same thing.</summary>
    public static Lexicon OfFields { get; } = Load("FieldLexicon.txt");

    /// <summary>What questions that compute call the columns of tables.</summary>
    public static Lexicon OfColumns { get; } = Load("ColumnLexicon.txt");

    /// <summary>For each term, what may stand in its place: sets of terms that must all be there.</summary>
    /// <param name="terms">A question's analysed terms in order.</param>
    public IReadOnlyList<IReadOnlyList<string[]>> Alternatives(IReadOnlyList<string> terms)
    {
        var found = new List<string[]>[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            found[i] ??= [];
            foreach (var (group, member) in _members.GetValueOrDefault(terms[i]) ?? [])
            {
                if (i + member.Length > terms.Count || !member.Select((term, offset) => terms[i + offset] == term).All(same => same))
                {
                    continue;
                }

                for (var covered = i; covered < i + member.Length; covered++)
                {
                    (found[covered] ??= []).AddRange(_groups[group].Where(other => !ReferenceEquals(other, member)));
                }
            }
        }

        return found;
    }

    private static string[] Terms(string member) => [.. TextAnalyzer.Analyze(member).Select(term => term.Term)];

    private static Lexicon Load(string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The lexicon is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new Lexicon(reader);
    }
}
