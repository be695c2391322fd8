namespace Longleaf.Documents.Isolation;

/// <summary>What a cage is built from.</summary>
[Flags]
internal enum CageParts
{
    /// <summary>Nothing: a process like any other.</summary>
    None = 0,

    /// <summary>Limits on what a process may use (<c>prlimit</c>).</summary>
    ResourceLimits = 1,

    /// <summary>Namespaces of its own (<c>bwrap</c>).</summary>
    Namespaces = 2,

    /// <summary>The filter that a reader puts on itself (seccomp).</summary>
    SystemCallFilter = 4,

    /// <summary>Everything.</summary>
    All = ResourceLimits | Namespaces | SystemCallFilter,
}
