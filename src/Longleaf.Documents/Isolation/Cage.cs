using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Longleaf.Documents.Isolation;

/// <summary>Builds the command lines of processes that see nothing but their document: <c>prlimit</c>, then <c>bwrap</c>, then the program.</summary>
/// <param name="options">The limits.</param>
/// <param name="prlimit">Where <c>prlimit</c> is; <see langword="null"/> to go without.</param>
/// <param name="bwrap">Where <c>bwrap</c> is; <see langword="null"/> to go without.</param>
internal sealed class Cage(IsolationOptions options, string? prlimit, string? bwrap)
{
    // What the document's folder and the reader's own are called inside.
    private const string InnerInput = "/in";
    private const string InnerReader = "/reader";
    private const string InnerRuntime = "/dotnet";

    // The argument of a reader that is to go without its filter.
    internal const string UnfilteredArgument = "--without-filter";

    // A page of 3,500 pixels takes pdftoppm 50 MB, and tesseract 250; what a hostile picture in a page may take ends here.
    private const long ToolAddressSpaceBytes = 2L << 30;

    // What a reader may use in its life, over all its documents, and cannot raise: documents of a gigabyte are not read. Each document has
    // a limit of its own under it (ResourceLimits).
    private readonly long _lifetimeProcessorSeconds = options.ProcessorSeconds + (1000L * options.SecondsPerMegabyte);

    public bool HasNamespaces => bwrap is not null;

    /// <summary>Whether readers are to put their filter on themselves.</summary>
    public bool HasSystemCallFilter { get; init; } = true;

    public bool HasResourceLimits => prlimit is not null;

    /// <summary>The processor time that a reader may use in its life.</summary>
    public TimeSpan LifetimeProcessorTime => TimeSpan.FromSeconds(_lifetimeProcessorSeconds);

    /// <summary>The path of a file in a process's folder, as the process sees it.</summary>
    public string Seen(string folder, string name) => HasNamespaces ? $"{InnerInput}/{name}" : Path.Combine(folder, name);

    /// <summary>The reader's executable.</summary>
    /// <param name="folder">The folder that its document will be put into.</param>
    public ProcessStartInfo Reader(string folder)
    {
        var readerFolder = Path.GetDirectoryName(Path.GetFullPath(options.ReaderPath))!;
        var runtime = RuntimeRoot();
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = HasNamespaces ? InnerRuntime : runtime,
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_DbgEnableMiniDump"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCountingDelayMs"] = "0",
            // Hexadecimal, 4,096 calls instead of 30: half as much is compiled anew, and what matters still within a few milliseconds.
            ["DOTNET_TC_CallCountThreshold"] = "1000",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            // The second mapping of code pages is a file that grows: it would need RLIMIT_FSIZE, and costs a tenth of the start.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["DOTNET_GCHeapHardLimit"] = options.HeapBytes.ToString("X", CultureInfo.InvariantCulture),
            // The heap's address range: by default five times the limit, which would not fit RLIMIT_AS. In a range of less than 1 GiB the
            // runtime was seen to die by SIGSEGV where it should say that it is out of memory.
            ["DOTNET_GCRegionRange"] = Math.Max(options.HeapBytes * 2, 1L << 30).ToString("X", CultureInfo.InvariantCulture),
        };
        var program = HasNamespaces ? $"{InnerReader}/{Path.GetFileName(options.ReaderPath)}" : Path.GetFullPath(options.ReaderPath);
        var processor = (options.ProcessorSeconds, _lifetimeProcessorSeconds);
        return Build(folder, program, HasSystemCallFilter ? [] : [UnfilteredArgument], environment, [(readerFolder, InnerReader), (runtime, InnerRuntime)], processor, options.AddressSpaceBytes);
    }

    /// <summary>A tool of the system, its output on the standard output.</summary>
    public ProcessStartInfo Tool(string folder, string program, params string[] arguments) =>
        // Five seconds between the signal that says why and the one that cannot be ignored.
        Build(
            folder, program, arguments, new() { ["OMP_THREAD_LIMIT"] = "1" }, [], (options.TotalSeconds, options.TotalSeconds + 5),
            Math.Min(options.AddressSpaceBytes, ToolAddressSpaceBytes));

    private ProcessStartInfo Build(
        string folder, string program, string[] arguments, Dictionary<string, string> environment, (string Outer, string Inner)[] mounts,
        (long Soft, long Hard) processorSeconds, long addressSpace)
    {
        List<string> command = [];
        if (prlimit is not null)
        {
            command.AddRange([
                prlimit,
                string.Create(CultureInfo.InvariantCulture, $"--cpu={processorSeconds.Soft}:{processorSeconds.Hard}"),
                string.Create(CultureInfo.InvariantCulture, $"--as={addressSpace}"),
                "--fsize=0", "--nofile=256", "--core=0", "--",
            ]);
        }

        environment["LANG"] = "C.UTF-8";
        environment["PATH"] = "/usr/bin:/bin";
        if (bwrap is not null)
        {
            command.AddRange([bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]);
            command.AddRange(environment.SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value }));
            command.AddRange(["--ro-bind", "/usr", "/usr", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind", folder, InnerInput]);
            command.AddRange(SystemFolders());
            command.AddRange(mounts.SelectMany(mount => new[] { "--ro-bind", mount.Outer, mount.Inner }));
            command.AddRange(["--chdir", "/tmp", "--"]);
        }

        command.Add(program);
        command.AddRange(arguments);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // Where /lib and its like are links into /usr they are made again as links; where they are folders of their own they are mounted.
    private static IEnumerable<string> SystemFolders()
    {
        foreach (var name in (string[])["lib", "lib64", "bin"])
        {
            var folder = new DirectoryInfo("/" + name);
            if (folder.LinkTarget is { } target)
            {
                yield return "--symlink";
                yield return target;
                yield return folder.FullName;
            }
            else if (folder.Exists)
            {
                yield return "--ro-bind";
                yield return folder.FullName;
                yield return folder.FullName;
            }
        }

        // Where libraries are, and which fonts stand for those that a PDF does not hold.
        foreach (var path in (string[])["/etc/ld.so.cache", "/etc/fonts"])
        {
            yield return "--ro-bind-try";
            yield return path;
            yield return path;
        }
    }

    // .../dotnet/shared/Microsoft.NETCore.App/10.0.x/
    private static string RuntimeRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
