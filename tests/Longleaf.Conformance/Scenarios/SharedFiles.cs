using System.Text;
using Longleaf.Tests;

namespace Longleaf.Conformance.Scenarios;

/// <summary>Files that are uploaded once for all scenarios of a server.</summary>
internal sealed class SharedFiles(HttpClient http) : IDisposable
{
    private readonly Dictionary<string, string> _ids = [];
    private readonly SemaphoreSlim _one = new(1);

    public async Task<string> GetAsync(string fileName, string content, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!_ids.TryGetValue(fileName, out var id))
            {
                var file = await http.UploadAndWaitAsync(fileName, Encoding.UTF8.GetBytes(content));
                id = file.GetProperty("id").GetString()!;
                _ids.Add(fileName, id);
            }

            return id;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
