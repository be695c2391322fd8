using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>Answers by counting in whole texts: how often, where, which values; each with places, and the first ones quoted.</summary>
internal sealed class MentionAnswer(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> positions)
{
    private const int MostPlaces = 8;
    private const int MostListed = 30;
    private const int Quoted = 3;

    // What is kept of different values and places: a text may be written to have no end of them.
    private const int MaxKept = 100_000;

    private readonly MentionPhrases _phrases = MentionPhrases.In(question.Language);
    private readonly AggregatePhrases _common = AggregatePhrases.In(question.Language);

    // Of the block that was named last: occurrences come in order, many of a block.
    private (int Document, int Block, string Name) _place = (-1, -1, "");

    /// <summary>The lines.</summary>
    public IEnumerable<AnswerLine> Lines(MentionQuestion asked, CancellationToken cancellationToken)
    {
        var (scan, files) = (new TextScan(documents, positions), documents.Select(document => QuotedText.FileName(document.Name)).ToArray());
        return asked switch
        {
            MentionQuestion.Count(var term) => Count(term, Gather(scan.Term(term, cancellationToken), OfPlace)),
            MentionQuestion.Places(var term, true) => OfDocuments(term, Gather(scan.Term(term, cancellationToken), occurrence => files[occurrence.Document])),
            MentionQuestion.Places(var term, _) => Places(term, Gather(scan.Term(term, cancellationToken), OfPlace)),
            MentionQuestion.Values(ValueKind.Person) => Values(Persons(scan, cancellationToken), _phrases.Names),
            MentionQuestion.Values(var kind) => Values(Gather(scan.Values(kind, cancellationToken), occurrence => occurrence.Value.Trim()), _phrases.Values),
            _ => [],
        };
    }

    // What occurrences have in common, how many they are, and the first of them; in order.
    private static List<Kept> Gather(IEnumerable<Occurrence> occurrences, Func<Occurrence, string> key)
    {
        var (kept, order) = (new Dictionary<string, Kept>(StringComparer.OrdinalIgnoreCase), new List<Kept>());
        foreach (var occurrence in occurrences)
        {
            var name = key(occurrence);
            if (kept.TryGetValue(name, out var known))
            {
                known.Count++;
            }
            else if (order.Count < MaxKept)
            {
                order.Add(kept[name] = new Kept(name, occurrence) { Count = 1 });
            }
        }

        return order;
    }

    private IEnumerable<AnswerLine> Count(string term, List<Kept> places)
    {
        var total = places.Sum(place => place.Count);
        var shown = QuotedText.Inert(term);
        if (total == 0)
        {
            yield return new AnswerLine(QueryWords.Format(_phrases.Never, shown, Source()), []);
            yield break;
        }

        yield return new AnswerLine(QueryWords.Format(total == 1 ? _phrases.Once : _phrases.Times, Number(total), shown, Source()), []);
        if (places.Count > 1)
        {
            yield return new AnswerLine(QueryWords.Format(_phrases.MostIn, Told([.. places.OrderByDescending(place => place.Count)])), []);
        }

        yield return new AnswerLine(_phrases.First, []);
        foreach (var place in places.Take(Quoted))
        {
            yield return Quote(place.First);
        }
    }

    private IEnumerable<AnswerLine> OfDocuments(string term, List<Kept> files)
    {
        if (files.Count == 0)
        {
            return [new AnswerLine(QueryWords.Format(_phrases.Never, QuotedText.Inert(term), Source()), [])];
        }

        var head = new AnswerLine(QueryWords.Format(_phrases.PlacesOfDocuments, Number(files.Count), Number(positions.Count), QuotedText.Inert(term)), []);
        return [head, .. files.Take(MostListed).Select(file => Item(file.Name, file)), .. More(files.Count)];
    }

    private IEnumerable<AnswerLine> Places(string term, List<Kept> places)
    {
        if (places.Count == 0)
        {
            return [new AnswerLine(QueryWords.Format(_phrases.Never, QuotedText.Inert(term), Source()), [])];
        }

        var head = new AnswerLine(QueryWords.Format(_phrases.Places, Number(places.Count), QuotedText.Inert(term), Number(places.Sum(place => place.Count))), []);
        return [head, .. places.Take(MostListed).Select(place => Item(place.Name, place)), .. More(places.Count)];
    }

    // A name one of whose words also stands without its capital is a title or the beginning of a sentence; the most frequent come first.
    private static List<Kept> Persons(TextScan scan, CancellationToken cancellationToken)
    {
        var plain = scan.PlainWords(cancellationToken);
        return [.. Gather(scan.Values(ValueKind.Person, cancellationToken), occurrence => occurrence.Value.Trim())
            .Where(name => !name.Name.Split(' ', '-', '.').Any(word => word.Length > 2 && plain.Contains(word.ToLowerInvariant())))
            .OrderByDescending(name => name.Count)];
    }

    private IEnumerable<AnswerLine> Values(List<Kept> values, string phrase)
    {
        if (values.Count == 0)
        {
            return [new AnswerLine(QueryWords.Format(_phrases.NoValues, Source()), [])];
        }

        var head = new AnswerLine(QueryWords.Format(phrase, Number(values.Count), Number(values.Sum(value => value.Count)), Source()), []);
        return [head, .. values.Take(MostListed).Select(value => Item($"{QuotedText.Inert(value.Name)} ({SourceLabel.Of(documents[value.First.Document], documents[value.First.Document].Blocks[value.First.Block].Location, question.Language)})", value)), .. More(values.Count)];
    }

    private AnswerLine Item(string name, Kept kept)
    {
        var line = new StringBuilder("\n- ").Append(name);
        if (kept.Count > 1)
        {
            line.Append(_common.Colon).Append(QueryWords.Format(_common.Mentioned, Number(kept.Count)));
        }

        return new AnswerLine(line.ToString(), Cite(kept.First) is { } citation ? [citation] : []);
    }

    private IEnumerable<AnswerLine> More(int count) => count > MostListed ? [new AnswerLine(QueryWords.Format(_phrases.More, Number(count - MostListed)), [])] : [];

    private string Told(List<Kept> places) =>
        string.Join(question.Language == AnswerLanguage.Chinese ? "、" : ", ", places.Take(MostPlaces).Select(place => $"{place.Name} ({Number(place.Count)})"))
        + (places.Count > MostPlaces ? QueryWords.Format(_phrases.MorePlaces, Number(places.Count - MostPlaces)) : "");

    // The sentence, the line or the row that it stands in.
    private AnswerLine Quote(Occurrence occurrence)
    {
        var document = documents[occurrence.Document];
        var location = document.Blocks[occurrence.Block].Location;
        var statement = StatementReader.Read(document, occurrence.Document, location.ByteStart, location.ByteLength)
            .FirstOrDefault(one => one.ByteStart <= occurrence.ByteStart && occurrence.ByteStart < one.ByteStart + one.ByteLength);
        var line = new LineBuilder(documents, question.Language).Frame("\n- ");
        return statement is null
            ? new AnswerLine($"\n- {QuotedText.Inert(occurrence.Value)}{QueryWords.Format(Phrases.In(question.Language).Source, SourceLabel.Of(document, location, question.Language))}", Cite(occurrence) is { } citation ? [citation] : [])
            : line.Frame("“").Quote(statement, ..).Frame("”").Sources().ToLine();
    }

    private Citation? Cite(Occurrence occurrence) => QuoteFinder.Find(documents[occurrence.Document], occurrence.Value, occurrence.ByteStart);

    // Page, sheet or section, with the file where there are several.
    private string OfPlace(Occurrence occurrence)
    {
        if ((_place.Document, _place.Block) != (occurrence.Document, occurrence.Block))
        {
            _place = (occurrence.Document, occurrence.Block, NameOf(documents[occurrence.Document], occurrence.Block));
        }

        return _place.Name;
    }

    private string NameOf(ReadableDocument document, int block)
    {
        var location = document.Blocks[block].Location;
        if (positions.Count > 1)
        {
            return SourceLabel.Of(document, location with { Row = null }, question.Language);
        }

        return SourceLabel.Place(location with { Row = null }, question.Language) is { Length: > 0 } place ? place : _phrases.Whole;
    }

    private string Source() => positions.Count == 1 ? QuotedText.FileName(documents[positions[0]].Name) : QueryWords.Format(_phrases.Documents, Number(positions.Count));

    private static string Number(long number) => FigureFormat.Number(number, 0);

    private sealed class Kept(string name, Occurrence first)
    {
        public string Name { get; } = name;

        public Occurrence First { get; } = first;

        public long Count { get; set; }
    }
}
