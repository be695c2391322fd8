using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a sheet's comments: notes of the old kind, and conversations.</summary>
internal sealed class CommentReader(OpenXmlPackage package, ParseLimits limits)
{
    private const int MaxComments = 200_000;

    private readonly Dictionary<string, string> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly RichText _texts = new(limits);

    /// <summary>Reads who takes part in conversations.</summary>
    public void ReadPeople(IEnumerable<Relationship> ofWorkbook)
    {
        foreach (var part in PartsOf(ofWorkbook, "person"))
        {
            using var reader = package.OpenXml(part);
            while (reader is not null && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "person" && reader.GetAttribute("id") is { } id)
                {
                    _people[id] = reader.GetAttribute("displayName") ?? "";
                }
            }
        }
    }

    /// <summary>The comments of a sheet, from top to bottom.</summary>
    public List<SheetNote> Read(IReadOnlyCollection<Relationship> ofSheet)
    {
        if (ofSheet.All(entry => entry.Type is not ("threadedComment" or "comments")))
        {
            return [];
        }

        var comments = new List<(CellReference Cell, SheetNote Note)>();
        foreach (var part in PartsOf(ofSheet, "threadedComment"))
        {
            ReadConversations(part, comments);
        }

        // A conversation has a note of the old kind beside it, which says that this program is too old.
        var told = comments.Select(comment => comment.Cell).ToHashSet();
        foreach (var part in PartsOf(ofSheet, "comments"))
        {
            ReadNotes(part, told, comments);
        }

        return [.. comments.OrderBy(comment => comment.Cell.Row).ThenBy(comment => comment.Cell.Column).Select(comment => comment.Note)];
    }

    private static IEnumerable<string> PartsOf(IEnumerable<Relationship> relationships, string type) =>
        relationships.Where(entry => entry.Type == type && !entry.IsExternal).Select(entry => entry.Target).Distinct(StringComparer.Ordinal);

    private void ReadConversations(string part, List<(CellReference Cell, SheetNote Note)> comments)
    {
        using var reader = package.OpenXml(part);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "threadedComment" && CellReference.Parse(reader.GetAttribute("ref")) is { } cell)
            {
                var author = _people.GetValueOrDefault(reader.GetAttribute("personId") ?? "");
                var text = new System.Text.StringBuilder();
                var depth = reader.Depth;
                while (XmlWalk.NextChild(reader, depth))
                {
                    if (reader.LocalName == "text")
                    {
                        XmlWalk.AppendText(reader, text);
                    }
                    else
                    {
                        XmlWalk.Skip(reader);
                    }
                }

                Add(comments, cell, author, text.ToString());
            }
        }
    }

    private void ReadNotes(string part, HashSet<CellReference> told, List<(CellReference Cell, SheetNote Note)> comments)
    {
        using var reader = package.OpenXml(part);
        var authors = new List<string>();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "author")
            {
                var name = new System.Text.StringBuilder();
                XmlWalk.AppendText(reader, name);
                authors.Add(name.ToString());
            }
            else if (reader.LocalName == "comment" && CellReference.Parse(reader.GetAttribute("ref")) is { } cell)
            {
                var author = int.TryParse(reader.GetAttribute("authorId"), out var index) && index >= 0 && index < authors.Count ? authors[index] : null;
                ReadNote(reader, cell, author, told, comments);
            }
        }
    }

    private void ReadNote(XmlReader reader, CellReference cell, string? author, HashSet<CellReference> told, List<(CellReference Cell, SheetNote Note)> comments)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "text" && !told.Contains(cell))
            {
                Add(comments, cell, author, _texts.Read(reader));
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }
    }

    private static void Add(List<(CellReference Cell, SheetNote Note)> comments, CellReference cell, string? author, string text)
    {
        // Excel starts a note with its author's name; programs put technical names there, too.
        (author, text) = (CleanText.OfLine(author ?? ""), CleanText.OfLine(text));
        author = author.StartsWith("tc={", StringComparison.Ordinal) ? "" : author;
        text = author.Length > 0 && text.StartsWith(author + ":", StringComparison.Ordinal) ? text[(author.Length + 1)..].Trim() : text;
        if (text.Length == 0)
        {
            return;
        }

        if (comments.Count == MaxComments)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a sheet with more than {MaxComments:N0} comments.");
        }

        comments.Add((cell, new SheetNote(cell.Row, BlockKind.Note, $"Comment{(author.Length > 0 ? $" by {author}" : "")} on {cell}: {text}")));
    }
}
