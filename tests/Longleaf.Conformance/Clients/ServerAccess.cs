namespace Longleaf.Conformance.Clients;

/// <summary>Where the server is, and the key of the account that scenarios use.</summary>
internal sealed record ServerAccess(Uri Address, string ApiKey);
