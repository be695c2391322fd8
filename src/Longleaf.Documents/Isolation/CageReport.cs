namespace Longleaf.Documents.Isolation;

/// <summary>What is in force around reader processes on this machine.</summary>
public sealed record CageReport
{
    /// <summary>Namespaces of their own: no network, no files but the document, the runtime and the system's libraries (<c>bwrap</c>).</summary>
    public required bool Namespaces { get; init; }

    /// <summary>Limits on processor time, address space, files and descriptors (<c>prlimit</c>).</summary>
    public required bool ResourceLimits { get; init; }

    /// <summary>A filter on system calls: no sockets, no programs, no writing (seccomp).</summary>
    public required bool SystemCallFilter { get; init; }

    /// <summary>Whether <c>pdftotext</c> can take over PDFs that our own reader cannot read.</summary>
    public required bool PageTextTool { get; init; }

    /// <summary>The languages that text in pictures and scanned pages is recognised in, joined by <c>+</c>; <see langword="null"/> where none is.</summary>
    public required string? OcrLanguages { get; init; }

    /// <summary>What is not in force, a sentence for each: what is missing, what it means, what to do.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Whether everything is in force.</summary>
    public bool IsComplete => Missing.Count == 0;
}
