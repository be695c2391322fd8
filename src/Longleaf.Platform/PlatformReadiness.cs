using Longleaf.Platform.Cluster;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform;

/// <summary>Whether the platform can do its work now: what <c>/healthz/ready</c> asks.</summary>
public sealed class PlatformReadiness
{
    private readonly PlatformDatabase _database;
    private readonly SiloHost _silo;

    internal PlatformReadiness(IServiceProvider services)
    {
        _database = services.GetRequiredService<PlatformDatabase>();
        _silo = services.GetRequiredService<SiloHost>();
    }

    /// <summary>Asks the database and the silo.</summary>
    /// <returns><see langword="null"/> if all is well; otherwise one sentence that says what is not, for the operator.</returns>
    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        if (!_silo.IsRunning)
        {
            return "The silo is not running.";
        }

        try
        {
            await _database.ReadAsync(context => context.Accounts.AnyAsync(cancellationToken), cancellationToken);
            return null;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the database throws, the answer is that it does not answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "The database does not answer.";
        }
    }
}
