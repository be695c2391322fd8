using Longleaf.Platform.Accounts;

namespace Longleaf.Server.Hosting;

/// <summary>The key that a first start makes, so that there is something to begin with.</summary>
internal sealed class FirstKey(IKeyStore keys, string dataDirectory)
{
    private const string AccountName = "default";

    /// <summary>Where the key is kept: the key alone, readable by its owner only; deleting the file harms nothing.</summary>
    public string FilePath { get; } = Path.Combine(dataDirectory, "first-api-key");

    /// <summary>Makes the key if none was ever made, and writes it to its file.</summary>
    /// <returns>The line to print about it.</returns>
    public async Task<string> AnnounceAsync(CancellationToken cancellationToken)
    {
        if (!await keys.IsEmptyAsync(cancellationToken))
        {
            return File.Exists(FilePath) ? $"API key: in {FilePath}" : "API key: as made before (new one: longleaf key create --account NAME)";
        }

        var key = await keys.CreateAsync(AccountName, cancellationToken);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new StreamWriter(FilePath, options))
        {
            await file.WriteAsync(key.Secret);
        }

        return $"API key: {key.Secret} (also in {FilePath}; shown once)";
    }
}
