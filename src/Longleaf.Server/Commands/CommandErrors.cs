using System.CommandLine;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Commands;

/// <summary>Runs a command; what the operator can mend is said in a sentence, not in a stack trace.</summary>
internal static class CommandErrors
{
    public static async Task<int> RunAsync(ParseResult parsed)
    {
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            if (parsed.CommandResult.Command.Name == ServeCommand.Name)
            {
                // The host hears the signals and drains as long as its settings say; by default the command line would end the
                // process after two seconds.
                configuration.ProcessTerminationTimeout = null;
            }

            return await parsed.InvokeAsync(configuration);
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync($"A setting is wrong: {string.Join("; ", exception.Failures)}");
            return 1;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is FormatException or ArgumentException or OverflowException)
        {
            // How settings are read that are not of their type.
            await Console.Error.WriteLineAsync($"A setting is wrong: {exception.Message}");
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
