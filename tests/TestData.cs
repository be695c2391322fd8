namespace Longleaf.Tests;

/// <summary>The real documents and question sets that tests read; not part of the project.</summary>
internal static class TestData
{
    /// <summary>Their folder: <c>LONGLEAF_TESTDATA</c>, or <c>shared</c> beside the project's root. <see langword="null"/> if it is not there.</summary>
    public static string? Root { get; } = Find();

    /// <summary>A file or folder of it. A test that needs it is not run in a clone without it.</summary>
    public static string Path(params string[] parts)
    {
        Assert.SkipWhen(Root is null, "No test data: set LONGLEAF_TESTDATA.");
        return System.IO.Path.Combine([Root!, .. parts]);
    }

    /// <summary>The project's own folder.</summary>
    public static string Project => FindProject() ?? throw new InvalidOperationException("The tests do not run within the project.");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LONGLEAF_TESTDATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? System.IO.Path.GetFullPath(named) : null;
        }

        if (FindProject() is not { } project)
        {
            return null;
        }

        var beside = System.IO.Path.Combine(project, "..", "shared");
        return Directory.Exists(beside) ? System.IO.Path.GetFullPath(beside) : null;
    }

    private static string? FindProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Longleaf.slnx")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
