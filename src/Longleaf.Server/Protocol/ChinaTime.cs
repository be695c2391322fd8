namespace Longleaf.Server.Protocol;

/// <summary>The original's clock: times without a zone are China's (contract 4.2).</summary>
internal static class ChinaTime
{
    /// <summary>How far it is ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);
}
