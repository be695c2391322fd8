namespace Longleaf.Server.Compatible.Chat;

/// <summary>What every body of one answer repeats.</summary>
/// <param name="Id"><c>chatcmpl-</c> and the request's id.</param>
/// <param name="Model">The model id as asked for.</param>
/// <param name="Created">When the answer was begun, in Unix seconds.</param>
internal sealed record ChatIdentity(string Id, string Model, long Created);
