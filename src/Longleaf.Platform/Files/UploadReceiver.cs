using System.Buffers;
using System.Security.Cryptography;
using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Files;

/// <summary>Streams an upload to a staged file while it counts and hashes, within the limits that hold.</summary>
internal sealed class UploadReceiver(FreeSpace space)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Reads the content to its end.</summary>
    /// <param name="upload">What comes in.</param>
    /// <param name="room">Bytes that the account may still have.</param>
    /// <param name="staged">Where it goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">The sender broke off, or the disk failed otherwise than by being full.</exception>
    public async Task<Reception> ReceiveAsync(FileUpload upload, long room, StagedFile staged, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        // For the native protocol, which tells it; nothing is trusted to it.
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var (bytes, nextCheck) = (0L, FreeSpace.CheckEvery);
            int count;
            while ((count = await upload.Content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes += count;
                if (bytes > upload.MaxBytes)
                {
                    return new(new UploadOutcome.TooLarge(), bytes, "", "");
                }

                if (bytes > room)
                {
                    return new(new UploadOutcome.QuotaExceeded(), bytes, "", "");
                }

                if (bytes >= nextCheck)
                {
                    nextCheck = bytes + FreeSpace.CheckEvery;
                    if (!space.HasRoomFor(0))
                    {
                        return new(new UploadOutcome.StorageFull(), bytes, "", "");
                    }
                }

                hash.AppendData(buffer, 0, count);
                md5.AppendData(buffer, 0, count);
                if (!await TryWriteAsync(staged.Stream, buffer.AsMemory(0, count), cancellationToken))
                {
                    return new(new UploadOutcome.StorageFull(), bytes, "", "");
                }
            }

            return new(null, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), Convert.ToBase64String(md5.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Apart from the reading, whose IOException is the sender's.
    private static async Task<bool> TryWriteAsync(FileStream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException exception) when (DiskFull.Is(exception))
        {
            return false;
        }
    }
}
