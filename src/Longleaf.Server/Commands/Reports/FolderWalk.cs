namespace Longleaf.Server.Commands.Reports;

/// <summary>Finds everything in a folder and those within it. Links to folders are not entered: they may lead round in a circle.</summary>
internal static class FolderWalk
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>What there is, in the order of the paths; links to files count as files.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="except">The full path of a file that does not count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static List<FolderEntry> Find(DirectoryInfo root, string except, CancellationToken cancellationToken)
    {
        List<FolderEntry> found = [];
        var folders = new Stack<DirectoryInfo>([root]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    // What is not there has all attributes at once.
                    var isLink = entry.Attributes != (FileAttributes)(-1) && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
                    if (entry is DirectoryInfo inner && !isLink)
                    {
                        folders.Push(inner);
                    }
                    else if (entry.FullName != except)
                    {
                        found.Add(Entry(root, entry, Refusal(FileKinds.Of(entry.FullName), isLink)));
                    }
                }
            }
            catch (Exception exception) when (folder != root && exception is IOException or UnauthorizedAccessException)
            {
                found.Add(Entry(root, folder, "This folder cannot be opened: what is in it is not read."));
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return found;
    }

    private static FolderEntry Entry(DirectoryInfo root, FileSystemInfo entry, string? refusal) =>
        new(Path.GetRelativePath(root.FullName, entry.FullName), entry.FullName, refusal);

    private static string? Refusal(FileKind kind, bool isLink) => kind switch
    {
        FileKind.Regular => null,
        FileKind.Folder => "This is a link to a folder: links to folders are not followed.",
        FileKind.Special => "This is a pipe, a socket or a device, not a file: it is not read.",
        _ when isLink => "This is a link that leads nowhere.",
        _ => "This file cannot be found by its name: it has gone, or the name is not UTF-8.",
    };
}
