namespace Longleaf.Documents.Formats.Html;

/// <summary>An element that is open at this point of the walk.</summary>
internal sealed class OpenElement(string name, HtmlRole role)
{
    public string Name { get; } = name;

    public HtmlRole Role { get; } = role;

    /// <summary>A heading's level, a list's depth.</summary>
    public int Level { get; init; }

    /// <summary>Where its text starts in the block that is being gathered.</summary>
    public int TextStart { get; set; }

    /// <summary>Where a link leads; what a ruby's readings are.</summary>
    public string Target { get; set; } = "";

    /// <summary>Whether a link says that it refers to a note.</summary>
    public bool IsNoteReference { get; init; }

    /// <summary>Whether a link starts with superscript: then a number or a sign in it refers to a note.</summary>
    public bool HoldsSuperscript { get; set; }

    /// <summary>A list's counter.</summary>
    public ListCounter? Counter { get; init; }

    /// <summary>An item's marker until the first text takes it.</summary>
    public string Marker { get; set; } = "";

    public HtmlTable? Table { get; init; }

    /// <summary>Whether it is part of a line of text, and so ends no further than its block.</summary>
    public bool IsInline => Role is HtmlRole.Code or HtmlRole.Link or HtmlRole.Superscript or HtmlRole.Ruby or HtmlRole.Reading;
}
