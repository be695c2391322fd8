namespace Longleaf.Documents.Formats.Html;

/// <summary>What an open element does to the text in it.</summary>
internal enum HtmlRole
{
    /// <summary>Nothing; it is kept to find the end of another of its name.</summary>
    Plain,
    Heading,
    List,
    Item,
    Quote,
    Preformatted,
    Code,
    Link,
    Superscript,
    Ruby,
    Reading,
    Note,
    Term,
    Definition,
    Table,
    Footer,
    Row,
    Cell,
}
