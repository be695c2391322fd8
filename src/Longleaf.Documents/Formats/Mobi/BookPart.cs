using System.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>A part of a book's markup: all of it, or one file of KF8.</summary>
internal sealed class BookPart(ReadOnlyMemory<byte> markup)
{
    private readonly List<Mark> _anchors = [];

    public ReadOnlyMemory<byte> Markup => markup;

    /// <summary>Marks a place in bytes with an id of our own.</summary>
    public void AddAnchor(int place, string anchor)
    {
        if (place >= 0 && place < markup.Length)
        {
            _anchors.Add(new Mark(place, anchor));
        }
    }

    /// <summary>The markup as text, with the marked ids in it, each before the next tag.</summary>
    public string Text(Encoding encoding)
    {
        if (_anchors.Count == 0)
        {
            return encoding.GetString(markup.Span);
        }

        var text = new StringBuilder(markup.Length);
        var start = 0;
        _anchors.Sort((one, other) => one.Place.CompareTo(other.Place));
        foreach (var (place, anchor) in _anchors)
        {
            var tag = markup.Span[Math.Max(place, start)..].IndexOf((byte)'<');
            if (tag < 0)
            {
                break;
            }

            var end = Math.Max(place, start) + tag;
            text.Append(encoding.GetString(markup.Span[start..end])).Append("<a id=\"").Append(anchor).Append("\"/>");
            start = end;
        }

        return text.Append(encoding.GetString(markup.Span[start..])).ToString();
    }

    // A class: lists of structs are compiled anew in every reader.
    private sealed record Mark(int Place, string Anchor);
}
