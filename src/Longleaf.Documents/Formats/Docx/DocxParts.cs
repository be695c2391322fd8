using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The parts around a document's body, and where its links lead.</summary>
internal sealed class DocxParts(OpenXmlPackage package, BlockSink sink, Dictionary<string, Relationship> ofMainPart)
{
    private readonly DocxNotes _notes = new();

    // Those of another part than the main one, while it is read: ids are each part's own.
    private Dictionary<string, Relationship>? _ofPart;

    public StyleSheet Styles { get; set; } = StyleSheet.Read(null);

    /// <summary>What stands in pictures; <see langword="null"/> while they are not looked at.</summary>
    public EmbeddedPictures? Pictures { get; set; }

    /// <summary>The part of a type that the main part relates to, opened.</summary>
    public XmlReader? Open(string type) => PartsOf(type).FirstOrDefault() is { } part ? package.OpenXml(part) : null;

    public IEnumerable<string> PartsOf(string type) =>
        ofMainPart.Values.Where(entry => entry.Type == type && !entry.IsExternal).Select(entry => entry.Target).Distinct(StringComparer.Ordinal);

    /// <summary>Reads another part than the main one, with its own relationships.</summary>
    public void Read(string part, Action<XmlReader> read)
    {
        using var reader = package.OpenXml(part);
        if (reader is null)
        {
            return;
        }

        _ofPart = package.RelationshipsOf(part);
        try
        {
            read(reader);
        }
        finally
        {
            _ofPart = null;
        }
    }

    /// <summary>Reads all notes of a kind.</summary>
    public void ReadNotes(string kind, StoryReader stories)
    {
        foreach (var part in PartsOf(kind + "s").Take(1))
        {
            Read(part, reader => _notes.Read(kind, reader, stories, sink.Limits));
        }
    }

    /// <summary>Takes a reference to a note: what stands in the text for it, and the note.</summary>
    public (string Mark, string Text)? Refer(string kind, string id) => _notes.Refer(kind, id);

    /// <summary>What stands in a picture.</summary>
    /// <param name="relationshipId">The picture.</param>
    /// <param name="mayWait">Whether that need not be known before the story comes to it.</param>
    public RecordedStory PictureText(string? relationshipId, bool mayWait)
    {
        if (Pictures is not { } pictures || Target(relationshipId) is not { } part)
        {
            return new RecordedStory();
        }

        return mayWait && pictures.IsOutstanding(part) ? RecordedStory.Later(() => pictures.TextOf(part)) : RecordedStory.Of(pictures.TextOf(part));
    }

    public string? LinkTarget(string relationshipId) =>
        (_ofPart ?? ofMainPart).TryGetValue(relationshipId, out var found) && found.IsExternal ? found.Target : null;

    public (Stream Content, string Name)? Chunk(string relationshipId) => Target(relationshipId) is { } target && package.Open(target) is { } content ? (content, target) : null;

    /// <summary>Says that a part was not read.</summary>
    public void Warn(string sentence) => sink.Warn(sentence);

    /// <summary>Reads a chart, or the texts of a diagram.</summary>
    public void ReadGraphic(string? relationshipId, IStory story)
    {
        SideParts.Tolerate(sink, () =>
        {
            using var reader = Target(relationshipId) is { } target ? package.OpenXml(target) : null;
            if (reader is null || reader.MoveToContent() != XmlNodeType.Element)
            {
                return false;
            }

            if (reader.LocalName == "chartSpace")
            {
                AddChart(Chart.Read(reader), story);
            }
            else if (reader.LocalName == "dataModel")
            {
                AddDiagram(reader, story);
            }

            return true;
        });
    }

    private static void AddChart(Chart chart, IStory story)
    {
        story.Add(new DocxParagraph { Text = chart.Words });
        if (chart.Rows is { Count: > 0 } rows)
        {
            story.AddTable(rows, []);
        }
    }

    private static void AddDiagram(XmlReader reader, IStory story)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
            {
                story.Add(new DocxParagraph { Text = CleanText.OfLine(DrawingText.Read(reader)) });
            }
        }
    }

    private string? Target(string? relationshipId) =>
        relationshipId is not null && (_ofPart ?? ofMainPart).TryGetValue(relationshipId, out var found) && !found.IsExternal ? found.Target : null;
}
