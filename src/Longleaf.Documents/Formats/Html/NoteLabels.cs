using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The labels of notes, from their references to the notes themselves; those of a whole book, as notes may stand in a file of their own.</summary>
internal sealed partial class NoteLabels
{
    private const int MaxNotes = 100_000;

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private int _signs;

    /// <summary>Takes a reference and gives what stands in the text for it.</summary>
    public string Refer(string document, string target, string text)
    {
        var key = target.Contains('#', StringComparison.Ordinal) ? Key(document, target) : target;
        if (!_labels.TryGetValue(key, out var label))
        {
            // Signs repeat from page to page: they are numbered.
            label = Number().Match(text) is { Success: true } number ? number.Value : (++_signs).ToString(CultureInfo.InvariantCulture);
            if (_labels.Count < MaxNotes)
            {
                _labels.Add(key, label);
            }
        }

        return $"[^{label}]";
    }

    /// <summary>The label of a note that was referred to; empty if none was.</summary>
    public string LabelOf(string document, string? id) => id is not null && _labels.TryGetValue(Key(document, "#" + id), out var label) ? label : "";

    /// <summary>Whether a text is what notes are marked by.</summary>
    public static bool IsMark(string text) => text.Length is > 0 and <= 6 && WholeMark().IsMatch(text);

    /// <summary>A note's text without the label that it starts with.</summary>
    public static string WithoutLabel(string text, string label) =>
        text.TrimStart('[', '(', '^') is var bare && bare.StartsWith(label, StringComparison.Ordinal) && (bare.Length == label.Length || !char.IsLetterOrDigit(bare[label.Length]))
            ? bare[label.Length..].TrimStart(']', ')', '.', ':', ' ', '\u00A0')
            : text;

    // Files are told apart by their last segment: a link may reach them by another path.
    private static string Key(string document, string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var file = hash > 0 ? target[..hash] : document;
        return file[(file.LastIndexOf('/') + 1)..] + target[hash..];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]{1,8}")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[\[(]?(?:\d{1,4}|[a-z])[\])]?|[*†‡§¶]{1,4})$")]
    private static partial Regex WholeMark();
}
