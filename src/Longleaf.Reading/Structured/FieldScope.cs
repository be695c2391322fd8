using System.Runtime.InteropServices;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;

namespace Longleaf.Reading.Structured;

/// <summary>Where the fields of an object are looked for: documents, sections of them, or one record.</summary>
internal sealed class FieldScope
{
    private const int FewFacts = 64;

    // Thousands of fields over thousands of facts: only those that share a word are compared.
    private Dictionary<string, List<int>>? _byTerm;

    /// <summary>The facts there, in order.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>The tables there.</summary>
    public IReadOnlyList<FactTable> Tables { get; init; } = [];

    /// <summary>The lists there.</summary>
    public IReadOnlyList<FactList> Lists { get; init; } = [];

    /// <summary>The sentences there.</summary>
    public IReadOnlyList<Statement> Sentences { get; init; } = [];

    /// <summary>Positions of the documents.</summary>
    public required IReadOnlyList<int> Documents { get; init; }

    /// <summary>Whether it is whole documents, which may be searched.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The heading above, where it is a section: it names what the section is about.</summary>
    public Statement? Heading { get; init; }

    /// <summary>Its blocks, where it is a section.</summary>
    public Range Blocks { get; init; } = Range.All;

    /// <summary>The row, where it is one of a table; <see cref="Columns"/> says which cell is which field.</summary>
    public Statement? Row { get; init; }

    /// <summary>The cells of <see cref="Row"/> that hold a field, by the field's path within the record.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>();

    /// <summary>What is around it, where fields that it does not name may stand.</summary>
    public FieldScope? Outer { get; init; }

    /// <summary>The facts that may be a field's, in order: their labels have a word of its name, or one that stands for it.</summary>
    public IReadOnlyList<Fact> FactsNaming(FieldQuery field)
    {
        if (Facts.Count <= FewFacts)
        {
            return Facts;
        }

        if (_byTerm is null)
        {
            _byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < Facts.Count; i++)
            {
                foreach (var term in Facts[i].Terms)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _) ??= []).Add(i);
                }
            }
        }

        var named = new SortedSet<int>();
        foreach (var word in field.Terms.SelectMany(term => term.Alternatives.Select(set => set[0]).Prepend(term.Term)))
        {
            named.UnionWith(_byTerm.GetValueOrDefault(word) ?? []);
        }

        return [.. named.Select(i => Facts[i])];
    }

    /// <summary>What of a document's facts stands in some of its blocks.</summary>
    public static FieldScope Section(ReadableDocument document, int position, DocumentFacts facts, OutlineEntry heading, FieldScope outer)
    {
        var (first, end) = (heading.Block, DocumentOutline.End(document, heading));
        bool Within(Statement statement) => statement.Block > first && statement.Block < end;
        var location = document.Blocks[first].Location;
        return new FieldScope
        {
            Facts = [.. facts.Facts.Where(fact => Within(fact.Statement))],
            Tables = [.. facts.Tables.Where(table => Within(table.Rows[0]))],
            Lists = [.. facts.Lists.Where(list => Within(list.Items[0]))],
            Sentences = [.. facts.Sentences.Where(Within)],
            Documents = [position],
            Heading = StatementReader.Read(document, position, location.ByteStart, location.ByteLength) is [var title, ..] ? title : null,
            Blocks = first..end,
            Outer = outer,
        };
    }
}
