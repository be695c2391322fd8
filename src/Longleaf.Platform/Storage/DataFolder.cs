namespace Longleaf.Platform.Storage;

/// <summary>The folder that everything is kept in, and the lock that says one server works on it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? _lock;

    private DataFolder(string root, FileStream? held)
    {
        Root = root;
        _lock = held;
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, "longleaf.db");

    /// <summary>Where contents and artefacts are kept.</summary>
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>Where files are written before they are renamed into place; on the same file system as <see cref="Blobs"/>.</summary>
    public string Staging => Path.Combine(Root, "staging");

    /// <summary>Opens the folder for serving: alone.</summary>
    /// <exception cref="DataFolderInUseException">Another server has it.</exception>
    public static DataFolder OpenExclusive(string directory)
    {
        var root = Create(directory);
        try
        {
            // An advisory lock of the operating system: it ends with the process, however that ends.
            return new(root, new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsSharingViolation(exception))
        {
            throw new DataFolderInUseException(directory);
        }
    }

    /// <summary>Opens the folder beside a server that may be running on it.</summary>
    public static DataFolder OpenShared(string directory) => new(Create(directory), null);

    public void Dispose() => _lock?.Dispose();

    private static string Create(string directory)
    {
        var root = Path.GetFullPath(directory);
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

    // flock answers EWOULDBLOCK: 11 on Linux, 35 on macOS; Windows says ERROR_SHARING_VIOLATION.
    private static bool IsSharingViolation(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
