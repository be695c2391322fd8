using System.CommandLine;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf errors</c>: the page that lists the errors of the protocol.</summary>
internal static class ErrorsCommand
{
    public static Command Create()
    {
        var command = new Command("errors", "List every error that a client may see, as Markdown.");
        command.SetAction((_, cancellationToken) => Console.Out.WriteAsync(ErrorTable.Page().AsMemory(), cancellationToken));
        return command;
    }
}
