using System.Diagnostics;
using System.Globalization;

namespace Longleaf.Bench.Scans;

/// <summary><c>pdftoppm</c> and <c>tesseract</c>, run as a shell script would.</summary>
internal static class ScanPeer
{
    /// <summary>Draws pages of a PDF into files.</summary>
    /// <returns>The files, in the order of the pages.</returns>
    public static async Task<IReadOnlyList<string>> DrawAsync(string pdf, int first, int last, int dotsPerInch, string folder, CancellationToken cancellationToken)
    {
        await RunAsync(
            "pdftoppm",
            ["-q", "-gray", "-r", Text(dotsPerInch), "-f", Text(first), "-l", Text(last), pdf, Path.Combine(folder, "page")],
            cancellationToken);
        return [.. Directory.EnumerateFiles(folder, "page*.pgm").Order(StringComparer.Ordinal)];
    }

    /// <summary>Every page of a PDF drawn and recognised, two at a time.</summary>
    public static async Task<TimeSpan> RecognizeAsync(string pdf, int pages, int dotsPerInch, string languages, string folder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var each = $"pdftoppm -q -gray -r {Text(dotsPerInch)} -f {{}} -l {{}} -singlefile '{pdf}' '{folder}/p{{}}' && tesseract '{folder}/p{{}}.pgm' '{folder}/p{{}}' -l {languages} 2>/dev/null";
        await RunAsync("sh", ["-c", $"seq {Text(pages)} | xargs -P 2 -I {{}} sh -c \"{each}\""], cancellationToken);
        return clock.Elapsed;
    }

    /// <summary>Pictures recognised, two at a time.</summary>
    public static async Task<TimeSpan> RecognizeAsync(IReadOnlyList<string> pictures, string languages, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var list = string.Join('\n', pictures);
        await RunAsync("sh", ["-c", $"echo '{list}' | xargs -P 2 -I {{}} sh -c \"tesseract '{{}}' '{{}}' -l {languages} 2>/dev/null\""], cancellationToken);
        return clock.Elapsed;
    }

    /// <summary>The text layer of pages.</summary>
    public static Task<string> TextAsync(string pdf, int first, int last, CancellationToken cancellationToken) =>
        RunAsync("pdftotext", ["-q", "-f", Text(first), "-l", Text(last), pdf, "-"], cancellationToken);

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        (await SystemProgram.TryRunAsync(program, arguments, cancellationToken, ("OMP_THREAD_LIMIT", "1"))).Output;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
