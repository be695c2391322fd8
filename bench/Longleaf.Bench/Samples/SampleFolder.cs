namespace Longleaf.Bench.Samples;

/// <summary>Where large samples are, which a command makes and others measure with: <c>artifacts/samples</c>.</summary>
internal static class SampleFolder
{
    // artifacts/bin/Longleaf.Bench/release
    public static string FullPath { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "samples"));

    /// <summary>The path of a sample, whether or not it is there.</summary>
    public static string Sample(string name) => Path.Combine(FullPath, name);
}
