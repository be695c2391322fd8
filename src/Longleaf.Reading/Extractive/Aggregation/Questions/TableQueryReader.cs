using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Reads a question as a query over a table, if all that it says is said of the table.</summary>
/// <remarks>
/// 1. Columns that it names are found. 2. Bounds, periods and cells become conditions. 3. Its words for what to do are read. 4. Columns get
/// their roles beside those words. 5. The query is put together. 6. What is left must be what the rows are called: any other word could change the answer.
/// </remarks>
internal sealed partial class TableQueryReader
{
    // Stands for a column's name where functions are looked for: no letter, no blank.
    private const char Hidden = '\ufffc';

    private readonly QuestionText _question;
    private readonly TableProfile _profile;
    private readonly RowNoun _noun;
    private readonly List<Mention> _mentions = [];
    private readonly List<Mention> _grouping = [];
    private IReadOnlyList<Condition> _conditions = [];
    private string _behindConditions = "";
    private AskedFunctions _functions = null!;
    private Grain? _grain;
    private bool _isGrainAsked;
    private TableColumn? _asked;
    private TableColumn? _counted;
    private string _countedAs = "";

    private TableQueryReader(string text, TableProfile profile, RowNoun noun) => (_question, _profile, _noun) = (new QuestionText(text), profile, noun);

    /// <summary>Whether a question may be one over a table at all, as far as its words tell.</summary>
    public static bool MayBeRead(string text) => !BeyondOneFigure().IsMatch(text);

    /// <summary>The query; <see langword="null"/> if the question is not surely one over this table.</summary>
    /// <param name="text">The question.</param>
    /// <param name="documentWords">Words of it that only name documents.</param>
    /// <param name="profile">The table.</param>
    /// <param name="noun">What its rows are called.</param>
    /// <param name="phrases">The question's phrases.</param>
    public static TableQuery? Read(string text, IReadOnlyList<string> documentWords, TableProfile profile, RowNoun noun, Dictionary<string, List<Phrase>> phrases) =>
        new TableQueryReader(text, profile, noun).Read(documentWords, phrases);

    /// <summary>The query that a question before asked for, with the conditions that this one puts in place of its own ("and in April?"); <see langword="null"/> if it says anything else.</summary>
    /// <param name="text">The question.</param>
    /// <param name="before">The query of the question before.</param>
    /// <param name="profile">The table.</param>
    /// <param name="noun">What its rows are called.</param>
    /// <param name="phrases">The question's phrases.</param>
    public static TableQuery? Swap(string text, TableQuery before, TableProfile profile, RowNoun noun, Dictionary<string, List<Phrase>> phrases)
    {
        var question = new QuestionText(text);
        question.TakeAll(FollowUpWords());
        var reader = new ConditionReader(question, profile, phrases);
        var conditions = reader.Read(ColumnNames.Find(text, profile.Columns));
        return reader.IsUnsure || conditions.Count == 0 || noun.Find(question.Rest()) is null
            ? null
            : (before with { Conditions = conditions }).Under(before.Conditions);
    }

    private TableQuery? Read(IReadOnlyList<string> documentWords, Dictionary<string, List<Phrase>> phrases)
    {
        // :: 1: columns.
        if (!MayBeRead(_question.Text))
        {
            return null;
        }

        var mentions = ColumnNames.Find(_question.Text, _profile.Columns);
        mentions.RemoveAll(mention => SumWord().IsMatch(_question.Text.AsSpan(mention.Start, mention.Length)) && mentions.Exists(other => other.Column.IsMeasure && other.Start > mention.Start && other.Start - mention.End is 0 or 1));
        TakeWords(documentWords);

        // :: 2: conditions.
        var reader = new ConditionReader(_question, _profile, phrases);
        _conditions = reader.Read(mentions);
        if (reader.IsUnsure || IsEither(_question.Rest()))
        {
            return null;
        }

        // :: 3: what to do. A column's own name is none of its words ("Total", "Average rating"), unless nothing else says what to do.
        _behindConditions = _question.Rest();
        mentions.RemoveAll(IsCountOfRows);
        Mention[] own = [.. mentions.Where(mention => mention.Weight >= 1 && _question.IsFree(mention.Start, mention.Length))];
        var hidden = new QuestionText(Without(_behindConditions, own));
        _functions = AskedFunctions.Read(hidden);
        if (_functions is { Counts: false, Calculation: null, Extreme: 0, Worth: false })
        {
            _functions = AskedFunctions.Read(hidden = new QuestionText(_behindConditions));
        }

        _grain = _profile.Columns.Any(column => column.Kind == ColumnKind.Date) && !own.Any(mention => TimeName().IsMatch(mention.Column.Name)) ? ColumnRoles.TimeGrain(_question, out _isGrainAsked) : null;

        // :: 4: roles.
        Keep(mentions, hidden);
        TakeFunctions(hidden);
        FindRoles();

        // :: 5 and 6.
        CountDocumentWord(documentWords);
        return Build() is { } query && _noun.Find(_question.Rest()) is { } noun
            ? OfPersons(query, noun) with { Noun = noun.Length == 0 ? _countedAs : noun, Conditions = _conditions, Fit = (int)(10 * _mentions.Concat(_grouping).Sum(mention => mention.Weight)) + (10 * _conditions.Count) + (noun.Length > 0 ? 5 : 0) }
            : null;
    }

    // "Phone Z or shipped": conditions all hold, and "or" is only understood between cells of one column.
    private bool IsEither(string rest) =>
        Or().IsMatch(rest) && _conditions.Count > 1 && !_conditions.OfType<Condition.Says>().Any(says => says.Cells.Count > 1);

    // "How many orders" beside other files names orders.csv, and what is counted.
    private void CountDocumentWord(IReadOnlyList<string> documentWords)
    {
        if (_functions.CountedFrom >= 0 && documentWords.FirstOrDefault(word => _question.Text.IndexOf(word, _functions.CountedFrom, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && ColumnRoles.IsFiller(_question.Text[_functions.CountedFrom..at])) is { } counted)
        {
            _countedAs = counted;
        }
    }

    // Who comes in several rows is counted once.
    private TableQuery OfPersons(TableQuery query, string noun) =>
        (RowNoun.IsPerson(noun) || Heads().IsMatch(_question.Text)) && ColumnRoles.PersonColumn(_profile.Columns) is { Repeats: true } person
            ? query with { Measures = [.. query.Measures.Select(measure => measure.Calculation == Calculation.Count ? new Measure(Calculation.Different, person) : measure)] }
            : query;

    private void TakeWords(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var at = _question.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = _question.Text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                _question.Take(at, word.Length);
            }
        }
    }

    private static string Without(string text, IEnumerable<Mention> mentions)
    {
        var blanked = text.ToCharArray();
        foreach (var mention in mentions)
        {
            blanked.AsSpan(mention.Start, mention.Length).Fill(Hidden);
        }

        return new string(blanked);
    }

    // The longest and surest names first; parts of names only where they are no function's words, and not what all rows are called.
    private void Keep(List<Mention> mentions, QuestionText functions)
    {
        foreach (var mention in mentions.Where(mention => _question.IsFree(mention.Start, mention.Length)))
        {
            var isOwn = mention.Weight >= 1;
            if (_mentions.Exists(other => mention.Start < other.End && other.Start < mention.End && (other.Length != mention.Length || other.Weight > mention.Weight)))
            {
                continue;
            }

            if (isOwn || (functions.IsFree(mention.Start, mention.Length) && !(mention.Weight < 0.8 && IsNoun(mention))))
            {
                _mentions.Add(mention);
            }
        }

        foreach (var mention in _mentions)
        {
            _question.Take(mention.Start, mention.Length);
        }
    }

    // Of 订单数量 the number of orders is meant, even where a column is called 数量.
    private bool IsCountOfRows(Mention mention) =>
        mention.Start >= 2 && _question.Text.AsSpan(mention.Start, mention.Length) is "数量" && Text.TextAnalyzer.Analyze(_question.Text.Substring(mention.Start - 2, 2)).Any(term => _noun.Is(term.Term));

    private bool IsNoun(Mention mention) => Text.TextAnalyzer.Analyze(_question.Text.Substring(mention.Start, mention.Length)).Any(term => _noun.Is(term.Term));

    private void TakeFunctions(QuestionText functions)
    {
        var rest = functions.Rest();
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == ' ' && functions.Text[i] != ' ')
            {
                _question.Take(i, 1);
            }
        }
    }

    private void FindRoles()
    {
        foreach (var same in _mentions.GroupBy(mention => (mention.Start, mention.Length)).ToArray())
        {
            var mention = same.First();
            var isGrouping = ColumnRoles.IsGrouping(_question, mention);
            var chosen = Choose([.. same], isGrouping);
            foreach (var other in same.Where(other => other != chosen))
            {
                _mentions.Remove(other);
            }

            if (chosen is null)
            {
                continue;
            }

            if (isGrouping && !chosen.Column.IsMeasure)
            {
                _mentions.Remove(chosen);
                _grouping.Add(chosen);
            }
            else if (ColumnRoles.IsCounted(_behindConditions, chosen, _functions))
            {
                _counted ??= chosen.Column;
                _countedAs = chosen.Column.IsMeasure ? _countedAs : _question.Text.Substring(chosen.Start, chosen.Length);
            }
            else if (!chosen.Column.IsMeasure && ColumnRoles.IsAsked(_question, chosen))
            {
                _asked ??= chosen.Column;
            }
        }

        _asked ??= Who().IsMatch(_question.Text) ? ColumnRoles.NameColumn(_profile.Columns) : null;
    }

    // Where a word may name several columns, that one is meant which can be what the words around it want.
    private static Mention? Choose(Mention[] same, bool isGrouping) =>
        same.Length == 1 ? same[0]
        : isGrouping ? (same.Where(mention => mention.Column.Kind == ColumnKind.Text).ToArray() is [var text] ? text : null)
        : same.Where(mention => mention.Column.IsMeasure).ToArray() is [var measure] ? measure : null;

    private TableQuery? Build()
    {
        // Rows are put together by one column, or by months or years.
        if (_grouping.Count + (_grain is null ? 0 : 1) > 1)
        {
            return null;
        }

        var group = _grouping is [var mention] ? mention.Column : null;
        var grain = Grain.Value;
        if (_grain is { } time)
        {
            var dates = _profile.Columns.Where(column => column.Kind == ColumnKind.Date).ToArray();
            var named = _mentions.Select(one => one.Column).FirstOrDefault(column => column.Kind == ColumnKind.Date) ?? (dates.Length == 1 ? dates[0] : null);
            if (named is null)
            {
                return null;
            }

            (group, grain, _asked) = (named, time, _isGrainAsked ? named : _asked);
        }

        // Of what sets a bound something may be computed too: "the average total of orders over 1,000".
        TableColumn[] bounded = [.. _conditions.Select(condition => condition.Column).Where(column => column.IsMeasure).Distinct()];
        TableColumn[] measures = [.. _mentions.Select(one => one.Column).Where(column => column.IsMeasure && !bounded.Contains(column)).Distinct()];
        measures = measures.Length == 0 && !_functions.Counts && (_functions.Calculation is not null || _functions.Extreme != 0) ? bounded : measures;
        var builder = new QueryBuilder(_profile.Columns, _functions, measures, group, grain, _asked, _counted, [.. _mentions.Select(one => one.Column)]);
        return builder.Build(_conditions.Count > 0, _functions.Counts && _functions.CountedFrom >= 0 && CellIsCounted());
    }

    // "How many Laptop Pro were sold": what a cell says is counted, and not the rows that say it.
    private bool CellIsCounted()
    {
        var behind = _question.Text.AsSpan(_functions.CountedFrom);
        var start = _functions.CountedFrom + (behind.Length - behind.TrimStart().Length);
        return start < _question.Text.Length && _behindConditions[start] == ' ' && _conditions.OfType<Condition.Says>().Any(says => says.Cells.Any(cell => _question.Text.AsSpan(start).StartsWith(cell, StringComparison.OrdinalIgnoreCase)));
    }

    // Where a column is called so, it is meant.
    [GeneratedRegex(@"^(?:month|year|月份?|年份?|年度)$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeName();

    [GeneratedRegex(@"^\W*(?:and|but|what about|how about|also|then|那么?|还有)|\b(?:what|how) about\b|呢", RegexOptions.IgnoreCase)]
    private static partial Regex FollowUpWords();

    // What takes two figures, or one of a rank, is not computed.
    [GeneratedRegex(@"\bhow (?:many|much) (?:more|fewer|less)\b|\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[ -](?:highest|lowest|largest|smallest|most|best|least|biggest)\b|\b(?:percentage|percent|proportion|fraction|share|ratio) of\b|\b(?:difference|growth|grew|increased?|decreased?|change[ds]?|trend|correlat\w+|compared?)\b|相差|差额|差多少|增长|增加|减少|变化|占比|百分之几|比例|比.{1,20}(?:多|少|高|低)(?:多少|几)|第[二三四五](?:高|大|多|低|小|少)", RegexOptions.IgnoreCase)]
    private static partial Regex BeyondOneFigure();

    [GeneratedRegex("^(?:total|sum|合计|总计|总)$", RegexOptions.IgnoreCase)]
    private static partial Regex SumWord();

    [GeneratedRegex(@"\bor\b|或", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex("人数|(?:多少|几)[个名位]?人")]
    private static partial Regex Heads();

    [GeneratedRegex(@"\bwho\b|谁|哪位|哪个人|哪些人|哪名", RegexOptions.IgnoreCase)]
    private static partial Regex Who();
}
