namespace Longleaf.Documents.Formats.PlainText;

/// <summary>What makes a line of plain text look like a heading.</summary>
internal enum HeadingKind
{
    /// <summary>"CHAPTER II.", "第二章 …": a word for a part of a text, and a number.</summary>
    Chapter,

    /// <summary>The same, with nothing after the number: a title may stand on the next line.</summary>
    BareChapter,

    /// <summary>"Preface", "后记": a part of a text that has no number.</summary>
    Named,

    /// <summary>"IV", "2.1 Methods": a number alone, or before a title.</summary>
    Number,

    /// <summary>"THE FIRST DAY".</summary>
    Capitals,

    /// <summary>A line with a rule under it.</summary>
    Underlined,
}
