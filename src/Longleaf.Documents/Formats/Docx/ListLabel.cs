namespace Longleaf.Documents.Formats.Docx;

/// <summary>What stands before a list item.</summary>
/// <param name="Text">The number as Word shows it; empty for a bullet.</param>
/// <param name="Level">The level in the list, 0 for the highest.</param>
/// <param name="IsTight">Whether nothing stands between it and the text.</param>
internal sealed record ListLabel(string Text, int Level, bool IsTight)
{
    /// <summary>The label and a text after it.</summary>
    public string Before(string text) => IsTight ? Text + text.TrimStart() : $"{Text} {text.TrimStart()}";
}
