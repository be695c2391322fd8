using System.CommandLine;
using Longleaf.Bench.Scans;
using Longleaf.Documents.Isolation;
using SkiaSharp;

namespace Longleaf.Bench.Commands;

/// <summary><c>ocr-quality</c>: pages drawn from known text, English and Chinese, prose and tables, read as pictures and scans; plain <c>tesseract</c> on the same pages.</summary>
internal static class OcrQualityCommand
{
    private static readonly (string File, int First, int Last)[] English = [("sparc-v9-399p.pdf", 30, 32), ("secrets-256p.pdf", 30, 31), ("tracemonkey-14p.pdf", 2, 3)];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var font = new Option<string>("--font") { Description = "The font of the Chinese pages.", DefaultValueFactory = _ => "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc" };
        var resolutions = new Option<int[]>("--dpi") { Description = "The resolutions.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [150, 200, 300] };
        var each = new Option<int>("--pages") { Description = "Chinese pages of prose, and of each kind of table.", DefaultValueFactory = _ => 2 };
        var keep = new Option<string?>("--keep") { Description = "A folder to leave the pages in, with what each was read as and its truth." };
        var command = new Command("ocr-quality", "How well pages drawn from known text are read; plain tesseract on the same pages in the same run.") { font, resolutions, each, keep };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(font)!, parsed.GetValue(resolutions)!, parsed.GetValue(each), parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string font, int[] resolutions, int each, string? keep, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 2, cancellationToken);
        var folder = keep is null ? Directory.CreateTempSubdirectory("longleaf-bench-") : Directory.CreateDirectory(keep);
        try
        {
            Console.WriteLine("English: F1 of words / of runs of three; the text layer is the truth, scans of its pages are read");
            foreach (var (file, first, last) in English)
            {
                foreach (var resolution in resolutions.Prepend(100))
                {
                    await EnglishAsync(reader, BenchData.Path("corpus", "large", file), first, last, resolution, folder.CreateSubdirectory($"{file}-{resolution}"), cancellationToken);
                }
            }

            Console.WriteLine("Chinese: ideographs found / right of those found; F1 of letters and digits / of runs of three; each for longleaf, then plain tesseract");
            var scores = new List<(string Kind, Score Ours, Score Plain)>();
            var pages = new ChinesePages(BenchData.Path("qa", "cmrc", "cmrc2018_trial.json"));
            foreach (var resolution in resolutions)
            {
                var painter = new PagePainter(font, resolution);
                foreach (var page in pages.Prose(painter, each).Concat(pages.Tables(painter, each)))
                {
                    scores.Add(await ChineseAsync(reader, page, resolution, folder.FullName, cancellationToken));
                }
            }

            foreach (var kind in scores.GroupBy(score => score.Kind).Append(scores.Where(score => score.Kind != "prose").GroupBy(_ => "all tables").Single()))
            {
                Console.WriteLine($"{kind.Key,-24} {Score.Mean(kind.Select(score => score.Ours))}   {Score.Mean(kind.Select(score => score.Plain))}");
            }
        }
        finally
        {
            if (keep is null)
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static async Task EnglishAsync(
        IsolatedDocumentReader reader, string pdf, int first, int last, int resolution, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var pictures = await ScanPeer.DrawAsync(pdf, first, last, resolution, folder.FullName, cancellationToken);
        var scan = Path.Combine(folder.FullName, "scan.pdf");
        ScanPdf.Write(scan, pictures.Select(File.ReadAllBytes), resolution);
        var ours = await ScanReading.ReadAsync(reader, scan, cancellationToken);
        await ScanPeer.RecognizeAsync(pictures, new IsolationOptions().OcrLanguages, cancellationToken);
        var plain = string.Join('\n', pictures.Select(picture => File.ReadAllText(picture + ".txt")));
        var truth = Joined(await ScanPeer.TextAsync(pdf, first, last, cancellationToken));
        await SaveAsync(scan, ours, truth, cancellationToken);
        Console.WriteLine($"{Path.GetFileName(pdf),-24} {resolution,3} dpi   longleaf {Words(ours, truth)}   plain tesseract {Words(Joined(plain), truth)}");
    }

    private static string Words(string text, string truth)
    {
        var (found, wanted) = (TextCount.Words(text), TextCount.Words(truth));
        return $"{TextCount.F1(found, wanted):0.0} / {TextCount.F1(TextCount.Triples(found), TextCount.Triples(wanted)):0.0}";
    }

    // Words that the end of a line cut: ours come whole.
    private static string Joined(string text) => text.Replace("-\n", "", StringComparison.Ordinal);

    private static async Task<(string Kind, Score Ours, Score Plain)> ChineseAsync(
        IsolatedDocumentReader reader, PaintedPage page, int resolution, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"{page.Name}-{resolution}.png"));
        await File.WriteAllBytesAsync(path, page.Picture.Encode(SKEncodedImageFormat.Png, 80).ToArray(), cancellationToken);
        page.Picture.Dispose();
        var text = await ScanReading.ReadAsync(reader, path, cancellationToken);
        var ours = Score.Of(text, page.Truth);
        await SaveAsync(path, text, page.Truth, cancellationToken);
        await ScanPeer.RecognizeAsync([path], new IsolationOptions().OcrLanguages, cancellationToken);
        var plain = Score.Of(await File.ReadAllTextAsync(path + ".txt", cancellationToken), page.Truth);
        Console.WriteLine($"{page.Name,-16} {resolution,3} dpi {ours}   {plain}");
        return (page.Name.Split(' ')[0], ours, plain);
    }

    private static async Task SaveAsync(string page, string text, string truth, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(page + ".longleaf", text, cancellationToken);
        await File.WriteAllTextAsync(page + ".truth", truth, cancellationToken);
    }

    private readonly record struct Score(double Recall, double Precision, double Letters, double Triples)
    {
        public static Score Of(string text, string truth)
        {
            var (recall, precision) = TextCount.Compare(TextCount.Ideographs(text), TextCount.Ideographs(truth));
            var (found, wanted) = (TextCount.Letters(text), TextCount.Letters(truth));
            return new(recall, precision, TextCount.F1(found, wanted), TextCount.F1(TextCount.Triples(found), TextCount.Triples(wanted)));
        }

        public static Score Mean(IEnumerable<Score> scores)
        {
            var all = scores.ToList();
            return new(all.Average(one => one.Recall), all.Average(one => one.Precision), all.Average(one => one.Letters), all.Average(one => one.Triples));
        }

        public override string ToString() => $"{Recall,5:0.0} / {Precision,5:0.0}  {Letters,5:0.0} / {Triples,5:0.0}";
    }
}
