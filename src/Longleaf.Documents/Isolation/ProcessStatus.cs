using System.Globalization;

namespace Longleaf.Documents.Isolation;

/// <summary>What the kernel says of processes, in <c>/proc</c>. Of one that has ended: 0, or nothing.</summary>
internal static class ProcessStatus
{
    // Within bwrap: its outer process, the first process of the namespace, the program.
    private const int MaxDepth = 4;

    // Fields of /proc/PID/stat (proc_pid_stat(5)), counted from the state, which follows the name in parentheses.
    private const int UserTimeField = 11;
    private const int SystemTimeField = 12;

    // USER_HZ: what /proc counts in, whatever the kernel's own clock.
    private const double TicksPerSecond = 100;

    /// <summary>The program within a cage: the last of the children's children, or the process itself.</summary>
    public static int InnermostOf(int process)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (Read($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var child, ..])
            {
                break;
            }

            process = int.Parse(child, CultureInfo.InvariantCulture);
        }

        return process;
    }

    /// <summary>The most memory that it held (VmHWM).</summary>
    public static long PeakBytes(int process) => Kilobytes(process, "VmHWM:") * 1024;

    /// <summary>The memory that it holds (VmRSS).</summary>
    public static long ResidentBytes(int process) => Kilobytes(process, "VmRSS:") * 1024;

    /// <summary>The processor time of all its threads, in user and kernel mode.</summary>
    public static TimeSpan ProcessorTime(int process)
    {
        var stat = Read($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > SystemTimeField
            ? TimeSpan.FromSeconds((Number(fields[UserTimeField]) + Number(fields[SystemTimeField])) / TicksPerSecond)
            : TimeSpan.Zero;
    }

    /// <summary>Has the kernel measure <see cref="PeakBytes"/> anew.</summary>
    /// <returns>Whether it does.</returns>
    public static bool ResetPeak(int process)
    {
        try
        {
            File.WriteAllText(Path($"/proc/{process}/clear_refs"), "5");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long Kilobytes(int process, string name)
    {
        foreach (var line in Read($"/proc/{process}/status").AsSpan().EnumerateLines())
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                return long.Parse(line[name.Length..].Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }

    private static string Read(FormattableString path)
    {
        try
        {
            return File.ReadAllText(Path(path));
        }
        catch (IOException)
        {
            // It has ended.
            return "";
        }
    }

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
