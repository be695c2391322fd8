using System.CommandLine;
using System.Text;
using Longleaf.Documents;
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
        var text = new CanonicalTextWriter(buffered);
        var progress = new ProgressLine(file.Name);
        await foreach (var read in reader.ReadAsync(file.FullName, file.Name, cancellationToken))
        {
            switch (read)
            {
                case ReaderEvent.Progress at:
                    progress.Show(at);
                    break;
                case ReaderEvent.Read block when json:
                    BlockJson.Write(buffered, block.Block);
                    buffered.WriteByte((byte)'\n');
                    break;
                case ReaderEvent.Read block:
                    text.Append(block.Block);
                    break;
                case ReaderEvent.Completed done:
                    progress.End(Summary(done.Info));
                    break;
                case ReaderEvent.Failed failed:
                    progress.End($"{file.Name}: {failed.Failure.Reason}");
                    return 1;
            }
        }

        if (!json)
        {
            buffered.WriteByte((byte)'\n');
        }

        return 0;

        string Summary(DocumentInfo info)
        {
            var summary = new StringBuilder($"{file.Name}: {info.Format}");
            summary.Append(info.Pages is { } pages ? $", {pages} pages" : "");
            info.Warnings.ToList().ForEach(warning => summary.Append(Environment.NewLine).Append("  ").Append(warning));
            return summary.ToString();
        }
    }
}
