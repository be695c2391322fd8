using Longleaf.Evaluation;
using Longleaf.Reading;
using Longleaf.Server.Commands.Progress;
using Longleaf.Server.Commands.Reports;

namespace Longleaf.Server.Commands.Evaluation;

/// <summary>Reads the documents of a folder to be asked about; what cannot be read is said, and left out.</summary>
internal static class FolderDocuments
{
    /// <summary>The documents in the order of their paths, by their paths in the folder.</summary>
    public static async Task<IReadOnlyList<ReadableDocument>> ReadAsync(
        DirectoryInfo folder, FileInfo except, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        await using var reader = CommandLineReader.Create(waiting: 1);
        var (documents, entries) = (new List<ReadableDocument>(), FolderWalk.Find(folder, except.FullName, cancellationToken));
        for (var i = 0; i < entries.Count; i++)
        {
            progress.Report(new EvaluationProgress("reading the documents", i, entries.Count));
            var (name, refusal) = (entries[i].Path, entries[i].Refusal);
            if (refusal is null)
            {
                var (document, failure) = await ReadableDocument.FromEventsAsync(
                    name, name, reader.ReadAsync(entries[i].FullPath, Path.GetFileName(name), CommandLineReader.Owner, cancellationToken));
                refusal = failure?.Reason;
                if (document is not null)
                {
                    documents.Add(document);
                }
            }

            if (refusal is not null)
            {
                await Console.Error.WriteLineAsync($"{TerminalText.Of(name)}: {refusal}");
            }
        }

        return documents.Count > 0 ? documents : throw new EvaluationException($"There is no document in {folder.FullName} that can be read.");
    }
}
