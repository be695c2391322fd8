namespace Longleaf.Platform.Storage;

/// <summary>The folder that everything is kept in, and the lock that says one server works on it.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string DatabaseName = "longleaf.db";
    private const string MigrationLockName = "migration.lock";
    private const string LockName = "lock";
    private const string BlobsName = "blobs";
    private const string StagingName = "staging";

    private readonly FileStream? _lock;

    private DataFolder(string root, FileStream? held)
    {
        Root = root;
        _lock = held;
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, DatabaseName);

    /// <summary>Held while the schema is brought up to date.</summary>
    public string MigrationLock => Path.Combine(Root, MigrationLockName);

    /// <summary>Where contents and artefacts are kept.</summary>
    public string Blobs => Path.Combine(Root, BlobsName);

    /// <summary>Where files are written before they are renamed into place; on the same file system as <see cref="Blobs"/>.</summary>
    public string Staging => Path.Combine(Root, StagingName);

    /// <summary>Whether a server has the folder: this process's, or another that holds the lock.</summary>
    public bool IsHeld
    {
        get
        {
            try
            {
                // For a moment this holds the lock itself: not to be asked all the time.
                using var probe = _lock is null ? OpenLock(Root) : null;
                return _lock is not null;
            }
            catch (IOException exception) when (IsSharingViolation(exception))
            {
                return true;
            }
        }
    }

    /// <summary>Opens the folder for serving, alone; made if it is not there.</summary>
    /// <exception cref="DataFolderInUseException">Another server has it.</exception>
    /// <exception cref="IOException">It is no folder, or cannot be made.</exception>
    public static DataFolder OpenExclusive(string directory)
    {
        var root = Create(directory);
        try
        {
            // An advisory lock of the operating system: it ends with the process, however that ends.
            return new(root, OpenLock(root));
        }
        catch (IOException exception) when (IsSharingViolation(exception))
        {
            throw new DataFolderInUseException(directory);
        }
    }

    /// <summary>Opens the folder beside a server that may be running on it; never makes one, which a slip of the pen would fill.</summary>
    /// <exception cref="IOException">There is no such folder, or it is somebody else's.</exception>
    public static DataFolder OpenShared(string directory)
    {
        var root = Path.GetFullPath(directory);
        RefuseFile(root);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no data folder {directory}: start the service on it first, or choose another --data.");
        }

        return IsOurs(root)
            ? new(root, null)
            : throw new IOException($"{directory} is not a data folder of Longleaf: choose another --data.");
    }

    public void Dispose() => _lock?.Dispose();

    private static FileStream OpenLock(string root) =>
        new(Path.Combine(root, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string Create(string directory)
    {
        var root = Path.GetFullPath(directory);
        RefuseFile(root);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root);
        }
        else
        {
            // Documents and key hashes are nobody else's business.
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return root;
    }

    private static void RefuseFile(string root)
    {
        if (File.Exists(root))
        {
            throw new IOException($"{root} is a file, not a folder: choose another --data.");
        }
    }

    // One that a server or a command has begun on, or an empty one that somebody made for it. Listed once: asked file by
    // file, a folder that another process fills in between would look like a stranger's.
    private static bool IsOurs(string root)
    {
        var names = Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).ToHashSet();
        return names.Contains(DatabaseName) || names.Contains(MigrationLockName)
            || names.All(name => name is LockName or BlobsName or StagingName);
    }

    // flock answers EWOULDBLOCK: 11 on Linux, 35 on macOS; Windows says ERROR_SHARING_VIOLATION.
    private static bool IsSharingViolation(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
