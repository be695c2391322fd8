using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Longleaf.Platform.Cluster;

/// <summary>Finds ports that nobody listens on.</summary>
internal static class FreePorts
{
    // Below the range from which systems take the ports of outgoing connections (32768 on Linux, 49152 elsewhere).
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>
    /// A port of the loopback address that was free a moment ago. Between now and its use somebody else may take it: whoever
    /// uses it must be ready to ask again. Random, so that servers started side by side seldom meet.
    /// </summary>
    /// <exception cref="NetworkInformationException">There is none.</exception>
    public static int Find()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var port = Random.Shared.Next(First, Last);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Taken: the next one.
            }
        }

        throw new NetworkInformationException((int)SocketError.AddressAlreadyInUse);
    }
}
