namespace Longleaf.Documents.Formats.Html;

/// <summary>A tag, with the text after it.</summary>
/// <param name="Name">Its name in small letters, without a prefix.</param>
/// <param name="IsEnd">Whether it ends an element.</param>
/// <param name="IsEmpty">Whether it is an element of its own.</param>
/// <param name="Attributes">Its attributes by their names in small letters.</param>
/// <param name="Text">The text up to the next tag.</param>
internal sealed record MarkupTag(string Name, bool IsEnd, bool IsEmpty, IReadOnlyDictionary<string, string> Attributes, string Text)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}
