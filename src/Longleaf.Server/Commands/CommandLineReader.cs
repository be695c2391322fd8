using System.ComponentModel.DataAnnotations;
using Longleaf.Documents.Isolation;
using Longleaf.Server.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Commands;

/// <summary>The isolated reader for one command: processes started when needed, or some kept waiting. Settings are the service's (<c>Isolation</c>).</summary>
internal static class CommandLineReader
{
    /// <summary>Whose documents the ones of a command are: one user's, all of them.</summary>
    public const string Owner = "command line";

    /// <exception cref="OptionsValidationException">A setting is out of its range.</exception>
    public static IsolatedDocumentReader Create(int waiting = 0)
    {
        var options = new ConfigurationBuilder().AddSettingsFiles().Build().GetSection("Isolation").Get<IsolationOptions>() ?? new IsolationOptions();
        options.WaitingReaders = waiting;
        try
        {
            return new IsolatedDocumentReader(options, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
        }
        catch (ValidationException exception)
        {
            throw new OptionsValidationException("Isolation", typeof(IsolationOptions), [exception.Message]);
        }
    }
}
