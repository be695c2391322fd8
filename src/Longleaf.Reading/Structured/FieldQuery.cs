using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>What is looked for under a field's name: its words, those of its description, and those of what it belongs to.</summary>
internal sealed partial class FieldQuery
{
    // "invoice_number" is rather about the invoice than about numbers.
    private const double LightWeight = 0.35;

    // Of 客户名称 the middle bigram 户名 is no word: known words stand beside it.
    private const double StraddlingWeight = 0.2;

    // What stands in a heading, or in the document's title, is said of everything below it.
    private const double ContextShare = 0.5;
    private const double DescriptionWeight = 0.15;
    private const double ParentWeight = 0.3;

    // The share of a label that must be about the field for the whole of its score.
    private const double UnusedLoss = 0.45;
    private const int MaxDescription = 400;

    private static readonly HashSet<string> Light = LabelTerms.Of("name number value id code data info information details text field item list amount type date total price unit 名称 编号 号码 日期 金额 信息 数据 内容");

    // "Customer number" does not say who the customer is, nor "tax rate" the tax: such words ask for something else of the same thing.
    private const double OtherAttributeShare = 0.5;

    private static readonly HashSet<string> Documents = LabelTerms.Of("document agreement contract letter report file 文件 文档 合同 协议 报告");

    private static readonly HashSet<string> Attributes = LabelTerms.Of("number id code date email mail phone telephone address type rate time website status 编号 号码 日期 时间 电话 邮箱 地址 类型 税率");

    private readonly IReadOnlyList<FieldTerm> _parent;
    private readonly IReadOnlyList<FieldTerm> _description;
    private readonly double _total;

    private FieldQuery(string words, string description, IReadOnlyList<FieldTerm> terms, IReadOnlyList<FieldTerm> parent)
    {
        (Words, Description, Terms, _parent) = (words, description, terms, parent);
        _description = Weigh(LabelTerms.Ordered(description.Length > MaxDescription ? description[..MaxDescription] : description));
        _total = terms.Sum(term => term.Weight);
    }

    /// <summary>The name's words, as people write them.</summary>
    public string Words { get; }

    /// <summary>What the schema says of the field.</summary>
    public string Description { get; }

    /// <summary>The name's terms.</summary>
    public IReadOnlyList<FieldTerm> Terms { get; }

    /// <summary>What is looked for.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="node">The property's schema.</param>
    /// <param name="parent">What the object that has the property is called; none for the whole answer.</param>
    public static FieldQuery Of(string name, SchemaNode node, FieldQuery? parent)
    {
        var words = Split(name);
        var own = Weigh(LabelTerms.Ordered(words));
        if (own.Count == 0)
        {
            own = Weigh(LabelTerms.Ordered(node.Title));
        }

        // A name that says nothing by itself ("name" of "seller") says it with what it belongs to.
        var belongs = parent?.Terms ?? [];
        var terms = own.All(term => Light.Contains(term.Term)) && belongs.Count > 0 ? [.. own, .. belongs.Where(term => !Light.Contains(term.Term))] : own;
        return new FieldQuery(words, string.Join(' ', ((string[])[node.Title, node.Description]).Where(text => text.Length > 0)), terms, belongs);
    }

    /// <summary>What a question itself looks for, where the whole answer is a single value.</summary>
    public static FieldQuery OfQuestion(Question question, SchemaNode node) => Of(question.Search.Length > 0 ? question.Search : question.Text, node, null);

    /// <summary>The words of a name: "unitPrice", "unit_price" and "unit-price" are two.</summary>
    public static string Split(string name) => Borders().Replace(name.Length > 200 ? name[..200] : name, " ").Trim();

    /// <summary>Whether a term says little by itself.</summary>
    public static bool SaysLittle(string term) => Light.Contains(term);

    /// <summary>Whether the name says no more than of what kind the value is: "date", "agreement_date".</summary>
    public bool IsGeneral => Terms.All(term => Light.Contains(term.Term) || Documents.Contains(term.Term));

    /// <summary>Whether the name has one of the words, or what stands for it.</summary>
    public bool Names(string words) => LabelTerms.Of(words) is var set && Terms.Any(term => set.Contains(term.Term));

    /// <summary>How well a label says what is looked for, about 0 to 1.4; 0 if it does not.</summary>
    /// <param name="label">The label's terms.</param>
    /// <param name="context">The terms of the headings above it and of its document's title.</param>
    public double Score(HashSet<string> label, HashSet<string> context)
    {
        if (_total <= 0 || label.Count == 0)
        {
            return 0;
        }

        var (covered, direct, telling) = (0.0, 0.0, false);
        foreach (var term in Terms)
        {
            var here = term.In(label);
            direct += term.Weight * here;
            covered += term.Weight * Math.Max(here, ContextShare * term.In(context));
            telling |= here > 0 && (!Light.Contains(term.Term) || Terms.All(other => Light.Contains(other.Term)));
        }

        // The last resort of "invoice number" is "Number", on what is an invoice.
        if (direct <= 0 || (!telling && covered < 0.6 * _total))
        {
            return 0;
        }

        var coverage = covered / _total;
        var others = label.Where(term => !IsAbout(term)).ToArray();
        coverage *= others.Any(Attributes.Contains) ? OtherAttributeShare : 1;
        var used = 1 - ((double)others.Length / label.Count);
        return covered < 0.5 * _total ? 0 : (coverage * (1 - UnusedLoss + (UnusedLoss * used))) + (DescriptionWeight * Share(_description, label)) + (ParentWeight * Math.Max(Share(_parent, label), ContextShare * Share(_parent, context)));
    }

    /// <summary>The share of the name that a set of terms says, 0 to 1.</summary>
    public double Coverage(HashSet<string> terms) => Share(Terms, terms);

    /// <summary>The share of a name that a set of terms says, 0 to 1.</summary>
    private static double Share(IReadOnlyList<FieldTerm> terms, HashSet<string> found)
    {
        var total = terms.Sum(term => term.Weight);
        return total <= 0 ? 0 : terms.Sum(term => term.Weight * term.In(found)) / total;
    }

    private bool IsAbout(string term) =>
        Terms.Concat(_parent).Concat(_description).Any(own => own.Term == term || own.Alternatives.Any(set => set.Contains(term)));

    private static List<FieldTerm> Weigh(List<string> terms)
    {
        terms = [.. terms.Distinct(StringComparer.Ordinal)];
        var (general, fields) = (Lexicon.Shared.Alternatives(terms), Lexicon.OfFields.Alternatives(terms));
        var weighed = new List<FieldTerm>(terms.Count);
        bool IsKnown(int i) => general[i].Count + fields[i].Count > 0;
        for (var i = 0; i < terms.Count; i++)
        {
            var straddles = i > 0 && i + 1 < terms.Count && Follows(terms[i - 1], terms[i]) && Follows(terms[i], terms[i + 1]) && !IsKnown(i) && (IsKnown(i - 1) || IsKnown(i + 1) || i % 2 == 1);
            weighed.Add(new FieldTerm(terms[i], straddles ? StraddlingWeight : Light.Contains(terms[i]) ? LightWeight : 1, [.. general[i], .. fields[i]]));
        }

        return weighed.Count > 1 && weighed.All(term => term.Weight < 1) ? [.. weighed.Select(term => term with { Weight = term.Weight < LightWeight ? term.Weight : 1 })] : weighed;
    }


    // Bigrams of one run of ideographs share a character.
    private static bool Follows(string one, string next) => one.Length == 2 && next.Length == 2 && QuestionLanguage.IsIdeograph(one[0]) && one[1] == next[0];

    [GeneratedRegex(@"(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_\-./\s]+")]
    private static partial Regex Borders();
}
