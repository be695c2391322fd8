using Longleaf.Platform;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Longleaf.Server.Hosting;

/// <summary>Ready when the platform is.</summary>
internal sealed class PlatformHealthCheck(PlatformReadiness platform) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await platform.CheckAsync(cancellationToken) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
}
