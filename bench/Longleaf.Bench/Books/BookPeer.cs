using System.Diagnostics;

namespace Longleaf.Bench.Books;

/// <summary>Another program that reads books, run as a process.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments for a book and an output file.</param>
internal sealed record BookPeer(string Name, Func<string, string, string[]> Arguments)
{
    /// <summary>The peers: those that are not installed are left out of the table.</summary>
    public static IReadOnlyList<BookPeer> All { get; } =
    [
        new("mutool", (book, output) => ["convert", "-F", "text", "-o", output, book]),
        new("ebook-convert", (book, output) => [book, output]),
        new("mobitool", (book, output) => ["-s", "-o", Path.GetDirectoryName(output)!, book]),
        new("pandoc", (book, output) => ["-t", "plain", "-o", output, book]),
    ];

    /// <summary>How long it takes; <see langword="null"/> if it is not installed or cannot read the book.</summary>
    public async Task<TimeSpan?> MeasureAsync(string book, string folder, CancellationToken cancellationToken)
    {
        var program = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(path => Path.Combine(path, Name)).FirstOrDefault(File.Exists);
        // pandoc takes a MOBI for text, and tens of gigabytes over it.
        if (program is null || (Name == "pandoc" && Path.GetExtension(book).ToUpperInvariant() is not (".EPUB" or ".DOCX")))
        {
            return null;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, Arguments(book, Path.Combine(folder, $"{Name}.txt")))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        await drained;
        return process.ExitCode == 0 ? clock.Elapsed : null;
    }
}
