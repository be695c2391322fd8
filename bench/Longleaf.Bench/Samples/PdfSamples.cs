using System.Globalization;

namespace Longleaf.Bench.Samples;

/// <summary>Large PDFs: real ones put together by <c>qpdf</c>, and novels printed by LibreOffice.</summary>
internal static class PdfSamples
{
    private const int MinPages = 2;

    public static IReadOnlyList<LargeSample> All { get; } =
    [
        new("merged-400p.pdf", (path, token) => MergeAsync(path, 400, ["secrets-256p.pdf"], token)),
        new("merged-2500p.pdf", (path, token) => MergeAsync(path, 2500, ["sparc-v9-399p.pdf", "secrets-256p.pdf", "tracemonkey-14p.pdf"], token)),
        new("novel-1.pdf", (path, token) => PrintAsync(path, 3, token)),
        new("novel-2.pdf", (path, token) => PrintAsync(path, 17, token)),
        new("novel-3.pdf", (path, token) => PrintAsync(path, 31, token)),
    ];

    // Some large ones, then whatever the corpus has with a text layer that qpdf can read without a word, to the number of pages.
    private static async Task MergeAsync(string path, int pages, string[] large, CancellationToken cancellationToken)
    {
        var arguments = new List<string> { "--empty", "--pages" };
        var sources = large.Select(name => BenchData.Path("corpus", "large", name))
            .Concat(BenchData.Files("pdf", 4_000_000, int.MaxValue).Where(source => !source.Contains("ocr", StringComparison.OrdinalIgnoreCase)));
        foreach (var source in sources)
        {
            if (pages > 0 && await PagesAsync(source, cancellationToken) is var count and >= MinPages)
            {
                var taken = Math.Min(pages, count);
                arguments.AddRange([source, string.Create(CultureInfo.InvariantCulture, $"1-{taken}")]);
                pages -= taken;
            }
        }

        arguments.AddRange(["--", path]);
        await SystemProgram.RunAsync("qpdf", ["--warning-exit-0", "--no-warn", .. arguments], cancellationToken);
    }

    // 0 for those that are damaged, encrypted or hold hardly any text.
    private static async Task<int> PagesAsync(string source, CancellationToken cancellationToken)
    {
        var (checkedCode, _) = await SystemProgram.TryRunAsync("qpdf", ["--check", source], cancellationToken);
        var (encrypted, _) = await SystemProgram.TryRunAsync("qpdf", ["--is-encrypted", source], cancellationToken);
        if (checkedCode != 0 || encrypted == 0)
        {
            return 0;
        }

        var (_, pages) = await SystemProgram.TryRunAsync("qpdf", ["--show-npages", source], cancellationToken);
        var (code, text) = await SystemProgram.TryRunAsync("pdftotext", ["-q", source, "-"], cancellationToken);
        return int.TryParse(pages, CultureInfo.InvariantCulture, out var count) && code == 0 && text.Length > 500 * count ? count : 0;
    }

    private static async Task PrintAsync(string path, int novel, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        try
        {
            var text = Path.Combine(folder.FullName, "novel.txt");
            await File.WriteAllTextAsync(text, BenchData.Haystack("haystack-en").ElementAt(novel).Text, cancellationToken);
            await SystemProgram.RunAsync(
                "soffice",
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, text],
                cancellationToken);
            File.Copy(Path.ChangeExtension(text, ".pdf"), path, overwrite: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
