using System.Runtime.InteropServices;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// The folders that reader processes see. This process's own lie in one, whose lock file beside it is held open: folders whose lock
/// nobody holds are left by a killed server and are removed.
/// </summary>
internal sealed partial class ScratchFolders : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // statx(2): its structure is the same on every architecture.
    private const int CurrentFolder = -100;
    private const uint ModeAndOwner = 0x02 | 0x08;
    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;
    private const int StatBytes = 256;

    private readonly FileStream _lock;
    private readonly string _own;
    private int _count;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public ScratchFolders(string root)
    {
        CreateOwnerOnly(root);
        RemoveStale(root);
        var name = Guid.NewGuid().ToString("N");
        _own = Path.Combine(root, name);
        _lock = new FileStream(_own + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        CreateOwnerOnly(_own);
    }

    /// <summary>A new folder for one process.</summary>
    public string Create()
    {
        var folder = Path.Combine(_own, $"{Interlocked.Increment(ref _count)}");
        CreateOwnerOnly(folder);
        return folder;
    }

    /// <summary>Puts a document into a folder: as a second name for the same bytes where the file system can, else as a copy.</summary>
    /// <exception cref="IOException">It is not there, or the disk is full.</exception>
    public static async Task PlaceAsync(string document, string target, CancellationToken cancellationToken)
    {
        // The second name must be of the file itself: link(2) would make one of a symbolic link.
        var source = File.ResolveLinkTarget(document, returnFinalTarget: true)?.FullName ?? document;
        if (IsReadableWithoutPrivilege(source) && Link(source, target) == 0)
        {
            return;
        }

        await using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await from.CopyToAsync(to, cancellationToken);
    }

    /// <summary>Removes the files of a folder that stays.</summary>
    /// <returns>Whether it is empty.</returns>
    public static bool TryEmpty(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        Delete(_own);
        _lock.Dispose();
    }

    private static void CreateOwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Reader processes need Linux.");
        }

        Directory.CreateDirectory(folder, OwnerOnly);
    }

    private static void RemoveStale(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var lockPath = folder + ".lock";
            try
            {
                // The lock of .NET's exclusive files is flock(2), which ends with the process however it ends.
                using var held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                Delete(folder);
            }
            catch (IOException)
            {
                // Another server's, alive.
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    // In a namespace of its own a reader of root's is a user like any other: what only root may read must be copied.
    private static bool IsReadableWithoutPrivilege(string path)
    {
        Span<byte> found = stackalloc byte[StatBytes];
        if (!Environment.IsPrivilegedProcess || Statx(CurrentFolder, path, 0, ModeAndOwner, ref MemoryMarshal.GetReference(found)) != 0)
        {
            return true;
        }

        var (owner, mode) = (MemoryMarshal.Read<uint>(found[OwnerOffset..]), (UnixFileMode)MemoryMarshal.Read<ushort>(found[ModeOffset..]));
        return mode.HasFlag(UnixFileMode.OtherRead) || (owner == 0 && mode.HasFlag(UnixFileMode.UserRead));
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte found);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
