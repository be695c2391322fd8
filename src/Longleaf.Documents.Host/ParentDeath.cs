using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Longleaf.Documents.Host;

/// <summary>Ends this process with the one that started it.</summary>
internal static partial class ParentDeath
{
    private const int SetParentDeathSignal = 1;
    private const int Kill = 9;
    private const int ExitCode = 3;

    /// <summary>Has the kernel kill this process when the parent dies. Where it cannot, the end of the standard input does (<see cref="ParentLink"/>).</summary>
    public static void Bind() => _ = ProcessControl(SetParentDeathSignal, Kill, 0, 0, 0);

    /// <summary>Ends at once, whatever other threads do.</summary>
    [DoesNotReturn]
    public static void ExitNow()
    {
        ExitProcess(ExitCode);
        throw new InvalidOperationException();
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitProcess(int code);
}
