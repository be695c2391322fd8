using System.Globalization;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Reading.Text;
using Longleaf.Server.Commands.Progress;

namespace Longleaf.Server.Commands.Reports;

/// <summary>Reads every file of a folder, as many at once as there are cores, and writes what became of each.</summary>
internal sealed class FolderReport(IsolatedDocumentReader reader, TimeProvider time)
{
    /// <summary>Runs it. Cancelled, it leaves the rows of the files that ended.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="report">Where the report goes; not read itself, should it be in the folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">The machine failed: no reader starts, the report cannot be written.</exception>
    public async Task RunAsync(DirectoryInfo folder, FileInfo report, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var entries = FolderWalk.Find(folder, report.FullName, cancellationToken);
        CountProgress progress;
        await using (var rows = new ReportFile(report.FullName, entries.Count))
        await using (var display = await ProgressDisplay.TryStartAsync())
        {
            progress = new CountProgress(entries.Count, display);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, entries.Count, parallel, async (index, token) =>
            {
                using var document = new DocumentProgress(entries[index].Path, display, progress.Bar);
                var row = await ReadAsync(entries[index], document, token);
                rows.Add(index, row);
                progress.Add(row.Reason is not null);
            });
        }

        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{entries.Count} files in {time.GetElapsedTime(started).TotalSeconds:0.0} s: {progress.Processed} processed, {progress.Errors} errors"));
    }

    private async Task<ReportRow> ReadAsync(FolderEntry entry, DocumentProgress progress, CancellationToken cancellationToken)
    {
        if ((entry.Refusal ?? CannotRead(entry.FullPath, toEnd: false)) is { } refusal)
        {
            return new ReportRow { Path = entry.Path, Reason = refusal };
        }

        try
        {
            return await ReadOpenAsync(entry, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file, which has gone meanwhile or lies on a disk that fails, or the machine, which ends the run.
            if (await Task.Run(() => CannotRead(entry.FullPath, toEnd: true), cancellationToken) is not { } reason)
            {
                throw;
            }

            return new ReportRow { Path = entry.Path, Reason = reason };
        }
    }

    private async Task<ReportRow> ReadOpenAsync(FolderEntry entry, DocumentProgress progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var memory = new ReaderMemory();
        var text = new CanonicalTextWriter(Stream.Null);
        var tokens = new TokenTally();
        var row = new ReportRow { Path = entry.Path };
        await foreach (var read in reader.ReadAsync(entry.FullPath, Path.GetFileName(entry.FullPath), CommandLineReader.Owner, memory, cancellationToken))
        {
            switch (read)
            {
                case ReaderEvent.Progress at:
                    progress.Show(at);
                    break;
                case ReaderEvent.Read(var block):
                    text.Append(block);
                    tokens.Add(block);
                    break;
                case ReaderEvent.Completed(var info):
                    row = row with { Pages = info.Pages, Characters = text.Characters, Tokens = tokens.Complete(), Warnings = info.Warnings };
                    break;
                case ReaderEvent.Failed(var failure):
                    row = row with { Reason = failure.Reason };
                    break;
            }
        }

        return row with { Time = time.GetElapsedTime(started), PeakBytes = memory.PeakBytes };
    }

    private static string? CannotRead(string path, bool toEnd)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            if (toEnd)
            {
                file.CopyTo(Stream.Null);
            }

            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "This file cannot be opened: its owner does not permit it.";
        }
        catch (IOException)
        {
            return "This file cannot be read: it has gone, or its disk cannot be read.";
        }
    }
}
