namespace Longleaf.Platform.Usage;

/// <summary>The append-only record of work done.</summary>
public interface IUsageLog
{
    /// <summary>Appends a row; when this returns the row is on disk.</summary>
    Task AppendAsync(UsageRow row, CancellationToken cancellationToken);
}
