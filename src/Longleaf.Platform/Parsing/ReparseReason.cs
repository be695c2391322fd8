namespace Longleaf.Platform.Parsing;

/// <summary>Why a file is to be read again. What was read before is used until the new text is in place.</summary>
internal enum ReparseReason
{
    /// <summary>It was used, and another version of the reader had read it: what another file's reading left is taken if there is something.</summary>
    Outdated,

    /// <summary>An operator asked for it: read anew, whatever is there.</summary>
    Asked,
}
