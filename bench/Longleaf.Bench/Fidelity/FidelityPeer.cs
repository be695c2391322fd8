using System.Diagnostics;
using System.Text;

namespace Longleaf.Bench.Fidelity;

/// <summary>Another reader of documents.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Formats">The groups that it reads, by how they start.</param>
/// <param name="ReadAsync">The text of a document; <see langword="null"/> if it cannot read it.</param>
internal sealed record FidelityPeer(string Name, string[] Formats, Func<string, CancellationToken, Task<string?>> ReadAsync)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The peers: programs that are not installed are left out.</summary>
    public static IReadOnlyList<FidelityPeer> All { get; } =
    [
        .. Program("pdftotext", ["pdf"], path => [path, "-"]),
        .. Program("pdftotext", ["pdf"], path => ["-layout", path, "-"], "-layout"),
        .. Program("mutool", ["pdf", "epub", "mobi"], path => ["draw", "-F", "txt", path]),
        Library("PdfPig", ["pdf"], LibraryText.Pdf),
        .. Program("pandoc", ["docx", "epub"], path => ["-t", "plain", "--wrap=none", path]),
        .. Program("docx2txt", ["docx"], path => [path, "-"]),
        Library("OpenXml SDK", ["docx"], LibraryText.Word),
        Library("ExcelDataReader", ["xlsx"], LibraryText.Workbook),
        .. Program("xlsx2csv", ["xlsx"], path => ["-a", path]),
        Library("as it is", ["csv", "md", "txt"], File.ReadAllText),
    ];

    /// <summary>Whether it reads a group.</summary>
    public bool Reads(string group) => Formats.Any(format => group.StartsWith(format, StringComparison.Ordinal));

    private static FidelityPeer Library(string name, string[] formats, Func<string, string> read) => new(name, formats, (path, _) =>
    {
        try
        {
            return Task.FromResult<string?>(read(path));
        }
#pragma warning disable CA1031 // What a peer throws on a document is the peer's result on it: nothing read.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Task.FromResult<string?>(null);
        }
    });

    private static IEnumerable<FidelityPeer> Program(string name, string[] formats, Func<string, string[]> arguments, string variant = "")
    {
        if (SystemProgram.Find(name) is { } program)
        {
            yield return new FidelityPeer($"{name} {variant}".Trim(), formats, (path, cancellationToken) => RunAsync(program, arguments(path), cancellationToken));
        }
    }

    private static async Task<string?> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop.Token);
            await process.StandardError.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            var text = await output;
            return process.ExitCode == 0 || text.Length > 0 ? text : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            return null;
        }
    }
}
