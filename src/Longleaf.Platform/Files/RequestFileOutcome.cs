using Longleaf.Documents;

namespace Longleaf.Platform.Files;

/// <summary>What became of a file within a request.</summary>
public abstract record RequestFileOutcome
{
    private RequestFileOutcome()
    {
    }

    /// <summary>It is open.</summary>
    public sealed record Opened(OpenDocument Document) : RequestFileOutcome;

    /// <summary>It cannot be read.</summary>
    public sealed record Unreadable(DocumentFailure Failure) : RequestFileOutcome;

    /// <summary>Too many wait to be read.</summary>
    public sealed record Busy : RequestFileOutcome;
}
