using System.Globalization;

namespace Longleaf.Bench.Samples;

/// <summary>Large PDFs: real ones put together by <c>qpdf</c>, and novels printed by LibreOffice.</summary>
internal static class PdfSamples
{
    private const int MinPages = 10;

    public static IReadOnlyList<LargeSample> All { get; } =
    [
        new("merged-400p.pdf", (path, token) => MergeAsync(path, 400, ["secrets-256p.pdf"], token)),
        new("merged-2500p.pdf", (path, token) => MergeAsync(path, 2500, ["sparc-v9-399p.pdf", "secrets-256p.pdf", "tracemonkey-14p.pdf"], token)),
        new("novel-1.pdf", (path, token) => PrintAsync(path, 3, token)),
        new("novel-2.pdf", (path, token) => PrintAsync(path, 17, token)),
        new("novel-3.pdf", (path, token) => PrintAsync(path, 31, token)),
    ];

    // Some large ones, then those of the corpus that have many pages and a text layer and that qpdf reads without a word, over again until there
    // are as many pages as wanted.
    private static async Task MergeAsync(string path, int pages, string[] large, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        var used = new List<(string Path, int Pages)>();
        foreach (var source in large.Select(name => BenchData.Path("corpus", "large", name)).Concat(BenchData.Files("pdf", 4_000_000, int.MaxValue)))
        {
            if (pages > 0 && await PagesAsync(source, cancellationToken) is var count and >= MinPages)
            {
                used.Add((source, count));
                Take(source, count);
            }
        }

        for (var index = 0; pages > 0; index = (index + 1) % used.Count)
        {
            Take(used[index].Path, used[index].Pages);
        }

        await SystemProgram.RunAsync("qpdf", ["--warning-exit-0", "--no-warn", "--empty", "--pages", .. arguments, "--", path], cancellationToken);

        void Take(string source, int count)
        {
            var taken = Math.Min(pages, count);
            arguments.AddRange([source, string.Create(CultureInfo.InvariantCulture, $"1-{taken}")]);
            pages -= taken;
        }
    }

    // 0 for those that are short, damaged, encrypted or hold hardly any text.
    private static async Task<int> PagesAsync(string source, CancellationToken cancellationToken)
    {
        var (countCode, pages) = await SystemProgram.TryRunAsync("qpdf", ["--no-warn", "--show-npages", source], cancellationToken);
        if (countCode != 0 || !int.TryParse(pages, CultureInfo.InvariantCulture, out var count) || count < MinPages)
        {
            return 0;
        }

        var (encrypted, _) = await SystemProgram.TryRunAsync("qpdf", ["--is-encrypted", source], cancellationToken);
        var (code, text) = await SystemProgram.TryRunAsync("pdftotext", ["-q", source, "-"], cancellationToken);
        return encrypted != 0 && code == 0 && text.Length > 500 * count ? count : 0;
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
