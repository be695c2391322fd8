namespace Longleaf.Server.Commands.Reports;

/// <summary>The report: rows come as files end and are written in the order of the files, each as soon as those before it are.</summary>
internal sealed class ReportFile : IAsyncDisposable
{
    private readonly StreamWriter _writer;
    private readonly ReportRow?[] _rows;
    private readonly Lock _gate = new();
    private int _next;

    /// <param name="path">Where it goes; what is there is written over.</param>
    /// <param name="count">How many rows it will have.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ReportFile(string path, int count)
    {
        _rows = new ReportRow?[count];
        _writer = new StreamWriter(path) { NewLine = "\n" };
        _writer.WriteLine(ReportRow.Header);
        _writer.Flush();
    }

    /// <summary>Takes the row of the file at a place in the order.</summary>
    public void Add(int index, ReportRow row)
    {
        lock (_gate)
        {
            _rows[index] = row;
            while (_next < _rows.Length && _rows[_next] is { } next)
            {
                _writer.WriteLine(next.ToLine());
                _rows[_next++] = null;
            }

            _writer.Flush();
        }
    }

    /// <summary>Writes what is left, should the run have been broken off: what was read behind a file that was not.</summary>
    public async ValueTask DisposeAsync()
    {
        for (; _next < _rows.Length; _next++)
        {
            if (_rows[_next] is { } row)
            {
                await _writer.WriteLineAsync(row.ToLine());
            }
        }

        await _writer.DisposeAsync();
    }
}
