using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Usage;

/// <summary>Usage rows in the database; there is no way to change one.</summary>
internal sealed class UsageLog(PlatformDatabase database) : IUsageLog
{
    public async Task AppendAsync(UsageRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        await database.WriteAsync(
            async context =>
            {
                context.Usage.Add(row);
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
