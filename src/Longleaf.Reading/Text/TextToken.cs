namespace Longleaf.Reading.Text;

/// <summary>A token of a text.</summary>
/// <param name="Id">Its number in Qwen2.5's vocabulary.</param>
/// <param name="Text">Its bytes as text; U+FFFD for what is a part of a character.</param>
public readonly record struct TextToken(int Id, string Text);
