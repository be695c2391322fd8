using Longleaf.Platform.Accounts;

namespace Longleaf.Server.Protocol;

/// <summary>Finds who a request acts for, once <see cref="KeyFilter"/> has let it through.</summary>
internal static class PrincipalFeature
{
    public static Principal Principal(this HttpContext context) => context.Features.Get<Principal>()
        ?? throw new InvalidOperationException("The endpoint is not behind the key filter.");
}
