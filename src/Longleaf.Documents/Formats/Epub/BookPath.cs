namespace Longleaf.Documents.Formats.Epub;

/// <summary>Paths within a book.</summary>
internal static class BookPath
{
    /// <summary>The folder of a file, with a slash at its end; empty for the root.</summary>
    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>A link's path without what stands behind the number sign.</summary>
    public static string WithoutFragment(string href) => href.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? href[..hash] : href;

    /// <summary>What stands behind the number sign of a link; <see langword="null"/> if nothing does.</summary>
    public static string? Fragment(string href) =>
        href.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash && hash + 1 < href.Length ? Uri.UnescapeDataString(href[(hash + 1)..]) : null;

    /// <summary>A path seen from a folder, from the root and without dots. It cannot leave the root.</summary>
    public static string Resolve(string folder, string path)
    {
        var segments = new List<string>();
        foreach (var segment in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
