namespace Longleaf.Platform.Tests;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("longleaf-test-").FullName;

    /// <summary>All files of a folder in it, at any depth.</summary>
    public string[] Files(string name)
    {
        var folder = System.IO.Path.Combine(Path, name);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
