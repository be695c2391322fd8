namespace Longleaf.Bench.Samples;

/// <summary>A large document that is made, not kept.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="WriteAsync">Writes it to a path.</param>
internal sealed record LargeSample(string Name, Func<string, CancellationToken, Task> WriteAsync)
{
    /// <summary>Makes it, if it is not there.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var path = SampleFolder.Sample(Name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(SampleFolder.FullPath);
            var unfinished = path + ".unfinished";
            await WriteAsync(unfinished, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }

        return path;
    }
}
