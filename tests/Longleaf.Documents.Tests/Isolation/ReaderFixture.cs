using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Recognition;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Readers in processes of their own, as a server has them.</summary>
public sealed class ReaderFixture : IAsyncDisposable
{
    private readonly List<IsolatedDocumentReader> _readers = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("longleaf-tests-").FullName;

    public static string FaultyReaderPath => Path.Combine(AppContext.BaseDirectory, "longleaf-test-reader");

    /// <summary>The real reader.</summary>
    public IsolatedDocumentReader Real => field ??= Create(new IsolationOptions());

    public string ScratchDirectory => Path.Combine(Folder, "scratch");

    internal IsolatedDocumentReader Create(IsolationOptions options, RecognitionPrograms? recognition = null)
    {
        options.ScratchDirectory = ScratchDirectory;
        var reader = new IsolatedDocumentReader(options, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance) { Recognition = recognition };
        _readers.Add(reader);
        return reader;
    }

    public IsolatedDocumentReader CreateFaulty(Action<IsolationOptions>? change = null)
    {
        var options = new IsolationOptions { ReaderPath = FaultyReaderPath, WaitingReaders = 1 };
        change?.Invoke(options);
        return Create(options);
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, Guid.NewGuid().ToString("N") + name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A reader on a machine that lacks parts of the cage.</summary>
    internal IsolatedDocumentReader CreateWith(CageParts parts, ILogger<IsolatedDocumentReader> logger, IsolationOptions? options = null)
    {
        options ??= new IsolationOptions();
        options.ScratchDirectory = ScratchDirectory;
        var reader = new IsolatedDocumentReader(options, TimeProvider.System, logger) { Parts = parts };
        _readers.Add(reader);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
        {
            await reader.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
