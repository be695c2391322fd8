namespace Longleaf.Reading.Text;

/// <summary>What is in a run of letters and digits and between its parts.</summary>
[Flags]
internal enum CompoundTraits
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>A letter.</summary>
    Letter = 1,

    /// <summary>A digit.</summary>
    Digit = 2,

    /// <summary>Something that only names, addresses and code have: <c>@ _ &amp;</c>.</summary>
    Code = 4,

    /// <summary>A full stop between two parts.</summary>
    Dot = 8,

    /// <summary>An apostrophe between two parts.</summary>
    Apostrophe = 16,

    /// <summary>A hyphen between two parts.</summary>
    Hyphen = 32,

    /// <summary>A slash or the like between two parts.</summary>
    Slash = 64,

    /// <summary>A comma or colon between two digits.</summary>
    Comma = 128,
}
