namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>The scripts that charsets of one byte hold.</summary>
internal enum Script
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Arabic.</summary>
    Arabic,

    /// <summary>Thai.</summary>
    Thai,
}
