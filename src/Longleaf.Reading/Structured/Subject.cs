using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Structured;

/// <summary>What a question is about ("the invoice of Meyer Ltd", "order 1042"): it chooses rows, sections and documents.</summary>
internal sealed partial class Subject
{
    private const int LongestCell = 80;
    private readonly string _question;
    private readonly HashSet<string> _fields;
    private readonly string[] _names;

    /// <summary>The subject of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="fields">The terms of the fields' names: they say what is wanted, not of whom.</param>
    public Subject(Question question, HashSet<string> fields)
    {
        (_question, _fields) = (question.Text, fields);
        var documents = question.DocumentWords.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _names = [.. question.Names.Concat(question.Quoted).Where(name => name.Length > 1 && !documents.Contains(name) && !Instruction().IsMatch(name) && IsTelling(name))];
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Whether a cell, a heading or a value is what the question names, or part of that, or holds it.</summary>
    public bool IsNamedBy(string text)
    {
        if (_names.Any(name => DocumentReference.Mentions(text, name)))
        {
            return true;
        }

        var plain = text.Length > LongestCell ? "" : QuotedText.Plain(text);
        var enough = plain.Length > 2 || (plain.Length == 2 && QuestionLanguage.IsIdeograph(plain[0]));
        return enough && IsTelling(plain) && DocumentReference.Mentions(_question, plain);
    }

    /// <summary>Whether a text has a name of the question in so many words.</summary>
    public bool IsNamedIn(string text) => _names.Any(name => DocumentReference.Mentions(text, name));

    private bool IsTelling(string text) => TextAnalyzer.Analyze(text) is { Count: > 0 } terms && !terms.All(term => _fields.Contains(term.Term) || FieldQuery.SaysLittle(term.Term));

    [GeneratedRegex(@"^(?:JSON|JSON (?:object|schema|format)|Return|Extract|Answer|Output|Respond|Provide|Get|Fill|Use|Read|Only|Schema|Keys?|Fields?|PDF|Each|All)\b.{0,12}$", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();
}
