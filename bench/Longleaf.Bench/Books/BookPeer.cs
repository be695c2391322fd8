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

    // ebook-convert takes five seconds for a novel, and minutes where a book has what it stumbles over.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How long it takes; <see langword="null"/> if it is not installed, cannot read the book, or takes more than two minutes.</summary>
    public async Task<TimeSpan?> MeasureAsync(string book, string folder, CancellationToken cancellationToken)
    {
        var program = SystemProgram.Find(Name);
        // pandoc takes a MOBI for text, and tens of gigabytes over it.
        if (program is null || (Name == "pandoc" && Path.GetExtension(book).ToUpperInvariant() is not (".EPUB" or ".DOCX")))
        {
            return null;
        }

        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(Patience);
        try
        {
            return await SystemProgram.MeasureAsync(program, Arguments(book, Path.Combine(folder, $"{Name}.txt")), bounded.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
