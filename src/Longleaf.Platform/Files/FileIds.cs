using System.Security.Cryptography;

namespace Longleaf.Platform.Files;

/// <summary>Makes file ids as the original's look (contract 0.3).</summary>
internal static class FileIds
{
    public static string Create(FilePurpose purpose)
    {
        var digits = RandomNumberGenerator.GetHexString(24, lowercase: true);
        return purpose switch
        {
            FilePurpose.FileExtract => "file-fe-" + digits,
            FilePurpose.Batch => "file-batch-" + digits,
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
        };
    }
}
