using System.ComponentModel.DataAnnotations;

namespace Longleaf.Platform;

/// <summary>Settings of the platform, section <c>Platform</c>.</summary>
public sealed class PlatformOptions
{
    /// <summary>The folder that everything is kept in. Default <c>./data</c>.</summary>
    [Required]
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Files an account may have. Default 10,000 (contract 1.5).</summary>
    [Range(1, 100_000_000)]
    public long MaxFilesPerAccount { get; set; } = 10_000;

    /// <summary>Bytes an account may have. Default 100 GB (contract 1.5).</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytesPerAccount { get; set; } = 100_000_000_000;

    /// <summary>Bytes that stay free on the disk: an upload that would leave less is refused. Default 512 MiB.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 512L << 20;

    /// <summary>Files parsed at once, and as many texts given in chats. Default: one a core.</summary>
    [Range(1, 256)]
    public int ParseConcurrency { get; set; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Texts given in chats that may wait to be read; a chat with one more is answered with 503. Default 100.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingTexts { get; set; } = 100;
}
