namespace Longleaf.Server.Protocol.Errors;

/// <summary>When a client sees an error, for the page that lists them.</summary>
/// <param name="when">A phrase.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
internal sealed class SeenWhenAttribute(string when) : Attribute
{
    public string When { get; } = when;
}
