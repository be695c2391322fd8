using Microsoft.Extensions.Options;

namespace Longleaf.Platform.Storage;

/// <summary>Keeps <see cref="PlatformOptions.MinFreeBytes"/> of the disk free, for the database to go on working.</summary>
internal sealed class FreeSpace(IBlobStore blobs, IOptions<PlatformOptions> options)
{
    /// <summary>
    /// How many bytes may be written between two looks. A statvfs call for every buffer would be felt; for every 4 MiB it is
    /// not, and <see cref="PlatformOptions.MinFreeBytes"/> is far above that.
    /// </summary>
    public const long CheckEvery = 4L << 20;

    /// <summary>Whether that many more bytes leave enough of the disk free.</summary>
    public bool HasRoomFor(long bytes) => blobs.FreeBytes - options.Value.MinFreeBytes >= bytes;

    /// <exception cref="IOException">The disk is too full: <see cref="DiskFull.Is"/>.</exception>
    public void Require()
    {
        if (!HasRoomFor(0))
        {
            throw DiskFull.Create();
        }
    }
}
