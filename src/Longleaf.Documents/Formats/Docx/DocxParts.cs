using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The parts around a document's body: notes by id, and where its links lead.</summary>
internal sealed class DocxParts(OpenXmlPackage package, Dictionary<string, Relationship> relationships)
{
    private readonly Dictionary<(string Kind, string Id), string> _notes = [];

    /// <summary>The part of a type that the main part relates to.</summary>
    public string? PartOf(string type) => relationships.Values.FirstOrDefault(entry => entry.Type == type && !entry.IsExternal)?.Target;

    public IEnumerable<string> PartsOf(string type) =>
        relationships.Values.Where(entry => entry.Type == type && !entry.IsExternal).Select(entry => entry.Target).Distinct(StringComparer.Ordinal);

    /// <summary>What stands in pictures, by part.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Pictures { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What stands in a picture.</summary>
    public IReadOnlyList<string> PictureText(string relationshipId) =>
        relationships.TryGetValue(relationshipId, out var found) && !found.IsExternal ? Pictures.GetValueOrDefault(found.Target, []) : [];

    public string? LinkTarget(string relationshipId) =>
        relationships.TryGetValue(relationshipId, out var found) && found.IsExternal ? found.Target : null;

    public (Stream Content, string Name)? Chunk(string relationshipId) =>
        relationships.TryGetValue(relationshipId, out var found) && !found.IsExternal && package.Open(found.Target) is { } content
            ? (content, found.Target)
            : null;

    /// <param name="kind"><c>footnote</c>, <c>endnote</c> or <c>comment</c>.</param>
    /// <param name="id">Its id.</param>
    public string? Note(string kind, string id) => _notes.GetValueOrDefault((kind, id));

    /// <summary>Reads all notes of a kind.</summary>
    public void ReadNotes(string kind, StoryReader stories)
    {
        using var reader = PartOf(kind + "s") is { } part ? package.OpenXml(part) : null;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordXml.IsWord(reader) || reader.LocalName != kind)
            {
                continue;
            }

            // Types other than "normal" are the lines between text and notes.
            var (id, author, type) = (WordXml.Attribute(reader, "id") ?? "", WordXml.Attribute(reader, "author"), WordXml.Attribute(reader, "type"));
            var story = new TextStory();
            stories.Read(reader, story);
            if (type is null or "normal")
            {
                _notes[(kind, id)] = kind == "comment" ? $"Comment{(string.IsNullOrWhiteSpace(author) ? "" : $" by {author}")}: {story.Text}" : story.Text;
            }
        }
    }
}
