using System.CommandLine;
using System.Text;
using Longleaf.Documents;
using Longleaf.Server.Commands.Progress;
using Longleaf.Server.Commands.Reports;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Commands;

/// <summary>
/// <c>longleaf parse FILE</c>: a document's canonical Markdown, or its blocks with their places.
/// <c>longleaf parse DIR --report out.tsv</c>: what becomes of every file of a folder.
/// </summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var path = new Argument<FileSystemInfo>("FILE") { Description = "The document, or with --report a folder of documents." };
        path.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write blocks with their places, one JSON object a line." };
        var report = new Option<FileInfo>("--report")
        {
            Description = "Read every file of a folder and those within it; write what became of each as a table, columns separated by tabs.",
        };
        var command = new Command("parse", "Read a document and write its text as Markdown to standard output.") { path, json, report };
        command.Validators.Add(result =>
        {
            var isFolder = result.GetValue(path) is DirectoryInfo;
            if (isFolder != result.GetResult(report) is not null)
            {
                result.AddError(isFolder ? "A folder needs --report FILE, where what became of each file is written." : "--report needs a folder.");
            }
            else if (isFolder && result.GetValue(json))
            {
                result.AddError("--json is for one document, --report for a folder.");
            }
        });
        command.SetAction((result, cancellationToken) => result.GetValue(path) is DirectoryInfo folder
            ? ReportAsync(folder, result.GetValue(report)!, cancellationToken)
            : RunAsync((FileInfo)result.GetValue(path)!, result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> ReportAsync(DirectoryInfo folder, FileInfo report, CancellationToken cancellationToken)
    {
        await using var reader = CommandLineReader.Create(waiting: Environment.ProcessorCount);
        await new FolderReport(reader, TimeProvider.System).RunAsync(folder, report, cancellationToken);
        return 0;
    }

    private static async Task<int> RunAsync(FileInfo file, bool json, CancellationToken cancellationToken)
    {
        await using var reader = CommandLineReader.Create();
        await using var output = Console.OpenStandardOutput();
        await using var buffered = new BufferedStream(output, 64 * 1024);
        ReaderEvent? end = null;
        await using (var display = await ProgressDisplay.TryStartAsync())
        {
            var text = new CanonicalTextWriter(buffered);
            var progress = new DocumentProgress(file.Name, display);
            await foreach (var read in reader.ReadAsync(file.FullName, file.Name, cancellationToken))
            {
                switch (read)
                {
                    case ReaderEvent.Progress at:
                        progress.Show(at);
                        break;
                    case ReaderEvent.Read(var block):
                        if (display is not null && !Console.IsOutputRedirected)
                        {
                            // The text goes to the same terminal: it takes the bar's place.
                            await display.DisposeAsync();
                        }

                        Write(block, text);
                        break;
                    default:
                        end = read;
                        break;
                }
            }
        }

        if (end is not ReaderEvent.Completed(var info))
        {
            await Console.Error.WriteLineAsync($"{TerminalText.Of(file.Name)}: {(end as ReaderEvent.Failed)?.Failure.Reason}");
            return 1;
        }

        if (!json)
        {
            buffered.WriteByte((byte)'\n');
        }

        await buffered.FlushAsync(cancellationToken);
        await Console.Error.WriteLineAsync(Summary(file.Name, info));
        return 0;

        void Write(Block block, CanonicalTextWriter text)
        {
            if (json)
            {
                BlockJson.Write(buffered, block);
                buffered.WriteByte((byte)'\n');
            }
            else
            {
                text.Append(block);
            }
        }
    }

    private static string Summary(string name, DocumentInfo info)
    {
        var summary = new StringBuilder($"{TerminalText.Of(name)}: {info.Format}");
        summary.Append(info.Pages is { } pages ? $", {pages} pages" : "");
        info.Warnings.ToList().ForEach(warning => summary.Append(Environment.NewLine).Append("  ").Append(TerminalText.Of(warning)));
        return summary.ToString();
    }
}
