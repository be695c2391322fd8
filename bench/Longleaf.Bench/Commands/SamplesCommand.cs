using System.CommandLine;
using Longleaf.Bench.Samples;

namespace Longleaf.Bench.Commands;

/// <summary><c>samples</c>: makes the large documents that speed and memory are measured with, in <c>artifacts/samples</c>.</summary>
internal static class SamplesCommand
{
    private static readonly IReadOnlyList<LargeSample> All = [.. PdfSamples.All, .. TextSamples.All];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAMES") { Description = "Which; all if none is named.", Arity = ArgumentArity.ZeroOrMore };
        var reader = new Option<string>("--reader") { Description = "Make the small documents that readers warm up with instead, in this folder." };
        var command = new Command("samples", "Makes the large documents that other commands measure with (qpdf, pdftotext and LibreOffice are needed).") { names, reader };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(reader) is { } folder)
            {
                ReaderSamples.Write(folder);
                return 0;
            }

            var wanted = parsed.GetValue(names) ?? [];
            foreach (var sample in All.Where(sample => wanted.Length == 0 || wanted.Contains(sample.Name)))
            {
                var path = await sample.MakeAsync(cancellationToken);
                Console.WriteLine($"{path}  {new FileInfo(path).Length / 1e6:0.0} MB");
            }

            return 0;
        });
        return command;
    }
}
