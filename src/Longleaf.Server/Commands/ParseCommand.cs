using System.CommandLine;
using System.Text;
using Longleaf.Documents;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf parse FILE</c>: a document's canonical Markdown, or its blocks with their places.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The document." };
        file.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write blocks with their places, one JSON object a line." };
        var command = new Command("parse", "Read a document and write its text as Markdown to standard output.") { file, json };
        command.SetAction((result, cancellationToken) =>
            RunAsync(result.GetValue(file)!, result.GetValue(json), cancellationToken));
        return command;
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
