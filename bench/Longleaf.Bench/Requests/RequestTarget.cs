namespace Longleaf.Bench.Requests;

/// <summary>What a sender knows of a server.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="ApiKey">A key that works.</param>
/// <param name="FileId">A file that is processed, so that requests get as far as an answer.</param>
internal sealed record RequestTarget(Uri Address, string ApiKey, string FileId);
