using System.IO.Pipelines;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>
/// Kestrel refuses what is not HTTP before any code of ours runs, with a status and an empty body. A client that builds requests by
/// hand learns nothing from that: here those refusals get the contract's envelope, as they pass by on their connection.
/// A connection under TLS is let through as it is: its bytes are not to be read here.
/// </summary>
internal static class RefusalBodies
{
    public static void UseRefusalBodies(this ListenOptions endpoint) => endpoint.Use(next => async connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new Duplex(transport.Input, new RefusalWriter(transport.Output));
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    });

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
