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
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync($"A setting is wrong: {string.Join("; ", exception.Failures)}");
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
