using Longleaf.Bench.Requests;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>Sends what an SDK would send over a socket of its own, and holds the answer to what that SDK insists on.</summary>
internal sealed class ReplayClient(ServerAccess server, SdkWriter sdk) : IConformanceClient
{
    public async Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken) => call is ApiCall.ListAllFiles(var limit)
        ? await PagedFiles.ReadAsync(this, limit, cancellationToken)
        : WireReply.Read(call, await RawExchange.SendAsync(
            server.Address, sdk.Write(call, server.Address.Authority, call.Key ?? server.ApiKey), cancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
