namespace Longleaf.Conformance.Clients;

/// <summary>A client in its own language, told what to call.</summary>
internal interface IConformanceClient : IAsyncDisposable
{
    Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken);
}
