using System.Runtime.InteropServices;

namespace Longleaf.Documents.Host;

/// <summary>The pipe to the parent.</summary>
internal static partial class OutputPipe
{
    private const int StandardOutput = 1;
    private const int SetPipeSize = 1031;
    private const int Bytes = 1 << 20;

    /// <summary>Lets this process run ahead of its parent by a megabyte instead of 64 KB; where the system does not allow it, nothing changes.</summary>
    public static void Enlarge() => _ = FileControl(StandardOutput, SetPipeSize, Bytes);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(int file, int command, int argument);
}
