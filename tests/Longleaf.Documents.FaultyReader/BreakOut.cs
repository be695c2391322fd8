using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Longleaf.Documents.FaultyReader;

/// <summary>What a reader that is taken over by its document would try, each with whether it succeeds.</summary>
internal static partial class BreakOut
{
    private const int ProcessorSeconds = 0;
    private const int Kill = 9;

    // F_SETPIPE_SZ
    private const int SetPipeSize = 1031;

    // FIONREAD
    private const nuint BytesToReadRequest = 0x541B;

    public static IEnumerable<string> Attempts(string document)
    {
        yield return "socket: " + Try(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose());
        yield return "local socket: " + Try(() => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Dispose());
        yield return "program: " + Try(() => Process.Start(new ProcessStartInfo("/usr/bin/true")));
        yield return "process: " + Result(Fork());
        yield return "write document: " + Try(() => File.AppendAllText(document, "x"));
        yield return "remove document: " + Try(() => File.Delete(document));
        yield return "write beside it: " + Try(() => File.WriteAllText(document + ".x", "x"));
        yield return "write temporary: " + Try(() => File.WriteAllText("/tmp/longleaf-test", "x"));
        yield return "write shared memory: " + Try(() => File.WriteAllText("/dev/shm/longleaf-test", "x"));
        yield return "file in memory: " + Result(MemoryFile("x", 0));
        yield return "raise limit: " + Result(SetLimit(ProcessorSeconds, [ulong.MaxValue, ulong.MaxValue]));
        yield return "raise limit of itself: " + Result(SetLimitOf(0, ProcessorSeconds, [ulong.MaxValue, ulong.MaxValue], 0));
        yield return "signal to the first process: " + Result(SendSignal(1, Kill));
        yield return "read passwords: " + Try(() => File.OpenRead("/etc/passwd").Dispose());
        yield return "read environment of the first process: " + Secret("/proc/1/environ");
        yield return "read host name: " + Try(() => File.OpenRead("/etc/hostname").Dispose());
        yield return "read homes: " + Try(() => Directory.GetFileSystemEntries("/root"));
        yield return "documents seen: " + string.Join(' ', Directory.GetFiles(Path.GetDirectoryName(document)!).Select(Path.GetFileName).Order());
        yield return "folders seen: " + string.Join(' ', Directory.GetFileSystemEntries("/").Order());
        yield return "networks seen: " + string.Join(' ', File.ReadLines("/proc/net/dev").Skip(2).Select(line => line.Split(':')[0].Trim()));
        yield return "processes seen: " + (Directory.EnumerateDirectories("/proc").Count(path => char.IsDigit(Path.GetFileName(path)[0])) < 5 ? "own" : "others");
        yield return "read document: " + Try(() => File.OpenRead(document).Dispose());
    }

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>Has the standard input hold little.</summary>
    public static void ShrinkInput() => _ = ControlFile(0, SetPipeSize, 4096);

    /// <summary>What waits on the standard input.</summary>
    public static int BytesToRead() => Control(0, BytesToReadRequest, out var count) == 0 ? count : 0;

    // Of bwrap, which was started with an empty environment: nothing of the server's is in it.
    private static string Secret(string path)
    {
        try
        {
            return File.ReadAllText(path).Contains("LONGLEAF_TEST_SECRET", StringComparison.Ordinal) ? "done" : "refused";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "refused";
        }
    }

    private static string Try(Action action)
    {
        try
        {
            action();
            return "done";
        }
        catch (Exception)
        {
            return "refused";
        }
    }

    private static string Result(int result) => result < 0 ? "refused" : "done";

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int descriptor, nuint request, out int result);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int ControlFile(int descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "fork")]
    private static partial int Fork();

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ulong[] limit);

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int SetLimitOf(int process, int resource, ulong[] limit, nint old);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
