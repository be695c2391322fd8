using System.CommandLine;
using Longleaf.Documents.Isolation;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf doctor</c>: what is in force on this machine, what is missing, and what to do about it.</summary>
internal static class DoctorCommand
{
    private const int NameWidth = 22;

    public static Command Create()
    {
        var command = new Command("doctor", "Say what this machine has for reading documents, and what to install for what is missing. Ends with 1 if anything is.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var reader = CommandLineReader.Create();
        var report = await reader.StartAsync(cancellationToken);
        foreach (var (name, state) in Checks(report))
        {
            await Console.Out.WriteLineAsync($"{name.PadRight(NameWidth)} {state}");
        }

        foreach (var sentence in report.Missing)
        {
            await Console.Out.WriteLineAsync($"! {sentence}");
        }

        await Console.Out.WriteLineAsync(report.IsComplete ? "Everything is there." : $"{report.Missing.Count} of these should be mended.");
        return report.IsComplete ? 0 : 1;
    }

    private static IEnumerable<(string Name, string State)> Checks(CageReport report)
    {
        yield return ("Namespaces", Works(report.Namespaces));
        yield return ("Resource limits", Works(report.ResourceLimits));
        yield return ("System call filter", Works(report.SystemCallFilter));
        yield return ("pdftotext", Works(report.PageTextTool));
        yield return ("Recognition of text", report.OcrLanguages ?? "missing");
    }

    private static string Works(bool works) => works ? "works" : "missing";
}
