using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Scans;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Commands;

/// <summary><c>ocr</c>: a scanned PDF and pictures of pages, from file to canonical text through isolation; <c>pdftoppm</c> and <c>tesseract</c> in the same run.</summary>
internal static class OcrCommand
{
    private const int DotsPerInch = 200;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string?>("PDF") { Description = "A PDF with a text layer, which is made a scan; one of the test data if none is given.", Arity = ArgumentArity.ZeroOrOne };
        var pages = new Option<int>("--pages") { Description = "How many pages of it.", DefaultValueFactory = _ => 14 };
        var rounds = new Option<int>("--rounds") { Description = "How often each is read, in turns; the median counts.", DefaultValueFactory = _ => 3 };
        var languages = new Option<string>("--languages") { Description = "What both recognise it as.", DefaultValueFactory = _ => new IsolationOptions().OcrLanguages };
        var command = new Command("ocr", "How fast scanned pages and pictures are read; pdftoppm and tesseract, two at a time by xargs, in the same run.") { file, pages, rounds, languages };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file) ?? BenchData.Path("corpus", "large", "tracemonkey-14p.pdf"), parsed.GetValue(pages), parsed.GetValue(rounds), parsed.GetValue(languages)!,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string pdf, int pages, int rounds, string languages, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 2, cancellationToken, options => options.OcrLanguages = languages);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        try
        {
            var pictures = await ScanPeer.DrawAsync(pdf, 1, pages, DotsPerInch, folder.FullName, cancellationToken);
            var scan = Path.Combine(folder.FullName, "scan.pdf");
            ScanPdf.Write(scan, pictures.Select(File.ReadAllBytes), DotsPerInch);
            var images = pictures.Select(picture => PaintedPage.SaveAsPng(picture)).ToList();
            Console.WriteLine($"{pictures.Count} pages at {DotsPerInch} dpi, {languages}; seconds, median of {rounds} rounds in turns; the ratio is pages a second of ours to theirs");
            await CompareAsync(
                "scanned PDF", rounds,
                () => TimeAsync(() => ScanReading.ReadAsync(reader, scan, cancellationToken)),
                () => ScanPeer.RecognizeAsync(scan, pictures.Count, DotsPerInch, languages, folder.FullName, cancellationToken));
            await CompareAsync(
                "pictures", rounds,
                () => TimeAsync(() => Parallel.ForEachAsync(
                    images, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken },
                    async (image, token) => await ScanReading.ReadAsync(reader, image, token))),
                () => ScanPeer.RecognizeAsync(images, languages, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task CompareAsync(string name, int rounds, Func<Task<TimeSpan>> ours, Func<Task<TimeSpan>> theirs)
    {
        var times = new List<(TimeSpan Ours, TimeSpan Theirs)>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add((await ours(), await theirs()));
            Console.WriteLine($"  {name,-12} round {round + 1}: {times[^1].Ours.TotalSeconds:0.00} / {times[^1].Theirs.TotalSeconds:0.00}");
        }

        var (own, peer) = (times.Select(one => one.Ours).Order().ElementAt(rounds / 2), times.Select(one => one.Theirs).Order().ElementAt(rounds / 2));
        Console.WriteLine($"{name,-14} longleaf {own.TotalSeconds:0.00}  pdftoppm + tesseract {peer.TotalSeconds:0.00}  ratio {peer / own:0.00}");
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed;
    }
}
