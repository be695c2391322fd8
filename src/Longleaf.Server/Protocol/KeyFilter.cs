using Longleaf.Platform.Accounts;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Protocol;

/// <summary>Lets a request through to its endpoint when it shows a key that works.</summary>
internal sealed class KeyFilter(IKeyStore keys) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    // A secret has 51 characters; what is much longer is not worth hashing.
    private const int MaxSecretLength = 256;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var principal = Secret(http.Request) is { } secret ? await keys.AuthenticateAsync(secret, http.RequestAborted) : null;
        if (principal is null)
        {
            return new ErrorResult(ApiErrors.InvalidKey);
        }

        http.Features.Set(principal);
        return await next(context);
    }

    private static string? Secret(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var secret = header[Scheme.Length..].Trim();
        return secret.Length is > 0 and <= MaxSecretLength ? secret : null;
    }
}
