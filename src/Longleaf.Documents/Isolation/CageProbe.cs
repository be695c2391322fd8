using Longleaf.Documents.Isolation.Recognition;

namespace Longleaf.Documents.Isolation;

/// <summary>Finds out what this machine has to build cages from, by trying.</summary>
internal static class CageProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The best cage to be had, and the sentences for what is not.</summary>
    public static async Task<(Cage Cage, List<string> Missing, string? PageTextTool, RecognitionPrograms? Recognition)> RunAsync(
        IsolationOptions options, CageParts parts, ProcessLauncher launcher, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        List<string> missing = [];
        var prlimit = parts.HasFlag(CageParts.ResourceLimits) ? Find("prlimit") : null;
        if (prlimit is null || !await WorksAsync(new Cage(options, prlimit, null)))
        {
            prlimit = null;
            missing.Add("Reader processes have no limits on processor time, address space and files, as prlimit does not work here: install util-linux.");
        }

        var bwrap = parts.HasFlag(CageParts.Namespaces) ? Find("bwrap") : null;
        if (bwrap is null)
        {
            missing.Add("Reader processes see the network and the files of this user, as bwrap is not installed: install bubblewrap.");
        }
        else if (!await WorksAsync(new Cage(options, prlimit, bwrap)))
        {
            bwrap = null;
            missing.Add(
                "Reader processes see the network and the files of this user, as bwrap may not make namespaces here: "
                + "allow user namespaces (in a container: seccomp and AppArmor profiles that permit them).");
        }

        var pageTextTool = Find("pdftotext");
        if (pageTextTool is null)
        {
            missing.Add("PDFs that our own reader cannot read fail, as pdftotext is not installed: install poppler-utils and poppler-data.");
        }

        var best = new Cage(options, prlimit, bwrap) { HasSystemCallFilter = parts.HasFlag(CageParts.SystemCallFilter) };
        return (best, missing, pageTextTool, await FindRecognitionAsync(best));

        async Task<RecognitionPrograms?> FindRecognitionAsync(Cage cage)
        {
            var installed = Find("tesseract") is { } tesseract ? await LanguagesAsync(cage, tesseract) : null;
            var languages = options.OcrLanguages.Split('+').Where(language => installed?.Contains(language) == true).ToList();
            if (languages.Count == 0)
            {
                missing.Add("Images and scanned pages cannot be read, as tesseract is not installed with the data of any language of "
                    + "Isolation:OcrLanguages: install tesseract-ocr and tesseract-ocr-chi-sim.");
                return null;
            }

            if (languages.Count < options.OcrLanguages.Split('+').Length)
            {
                missing.Add($"Text in images and scanned pages is recognised as {string.Join(", ", languages)} only, as tesseract has no data of the "
                    + $"other languages of Isolation:OcrLanguages ({options.OcrLanguages}): install tesseract-ocr-chi-sim and so on.");
            }

            var drawer = Find("pdftoppm");
            if (drawer is null)
            {
                missing.Add("Scanned pages of PDFs cannot be read, as pdftoppm is not installed: install poppler-utils and poppler-data.");
            }

            return new RecognitionPrograms(Find("tesseract")!, drawer, string.Join('+', languages), installed!.Contains("osd"))
            {
                Found = options.FindOcrLanguage ? [.. RecognitionPrograms.EastAsian.Where(installed.Contains)] : [],
            };
        }

        async Task<HashSet<string>> LanguagesAsync(Cage cage, string tesseract)
        {
            using var process = await launcher.StartAsync(cage.Tool(folder, tesseract, "--list-langs"));
            try
            {
                process.StandardInput.Close();
                var lines = await process.StandardOutput.ReadToEndAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
                return [.. lines.Split('\n').Skip(1).Select(line => line.Trim())];
            }
            catch (TimeoutException)
            {
                process.Kill();
                return [];
            }
        }

        async Task<bool> WorksAsync(Cage cage)
        {
            using var process = await launcher.StartAsync(cage.Tool(folder, "/usr/bin/true"));
            try
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
                return process.ExitCode == 0;
            }
            catch (TimeoutException)
            {
                process.Kill();
                return false;
            }
        }
    }

    // Links are followed: what they go through (/etc/alternatives) is not to be seen within the cage.
    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin").Split(':')
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .Where(File.Exists)
            .Select(path => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)
            .FirstOrDefault();
}
