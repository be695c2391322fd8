using System.Globalization;
using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Footnotes, endnotes and comments by their ids; numbered as they are referred to.</summary>
internal sealed class DocxNotes
{
    private readonly Dictionary<(string Kind, string Id), string> _texts = [];
    private readonly Dictionary<(string Kind, string Id), string> _marks = [];
    private int _footnotes;
    private int _endnotes;

    /// <summary>Reads all notes of a kind.</summary>
    /// <param name="kind"><c>footnote</c>, <c>endnote</c> or <c>comment</c>.</param>
    /// <param name="reader">On the part.</param>
    /// <param name="stories">Reads their text.</param>
    /// <param name="limits">What the document may cost.</param>
    public void Read(string kind, XmlReader reader, StoryReader stories, ParseLimits limits)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordXml.IsWord(reader) || reader.LocalName != kind)
            {
                continue;
            }

            // Types other than "normal" are the lines between text and notes.
            var (id, author, type) = (WordXml.Attribute(reader, "id") ?? "", WordXml.Attribute(reader, "author"), WordXml.Attribute(reader, "type"));
            var story = new TextStory(limits, labels: null);
            stories.Read(reader, story);
            if (type is null or "normal" && story.Text.Length > 0)
            {
                _texts[(kind, id)] = kind == "comment" ? $"Comment{(string.IsNullOrWhiteSpace(author) ? "" : $" by {author}")}: {story.Text}" : story.Text;
            }
        }
    }

    /// <summary>Takes a reference.</summary>
    /// <returns>What stands in the text for it, and the note, which is told at its first reference; <see langword="null"/> if there is no such note.</returns>
    public (string Mark, string Text)? Refer(string kind, string id)
    {
        if (!_texts.TryGetValue((kind, id), out var text))
        {
            return null;
        }

        if (_marks.TryGetValue((kind, id), out var known))
        {
            return (known, "");
        }

        var label = kind == "footnote" ? (++_footnotes).ToString(CultureInfo.InvariantCulture) : kind == "endnote" ? string.Create(CultureInfo.InvariantCulture, $"e{++_endnotes}") : "";
        var mark = label.Length == 0 ? "" : $"[^{label}]";
        _marks[(kind, id)] = mark;
        return (mark, label.Length == 0 ? text : $"{mark}: {text}");
    }
}
