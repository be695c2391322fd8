namespace Longleaf.Server.Commands.Reports;

/// <summary>A bar on standard error that says how many files of a folder are done; where that is no terminal, a line for each tenth.</summary>
internal sealed class ReportProgress(int files)
{
    private const int BarWidth = 30;
    private const int Tenths = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private long _shown;
    private int _done;
    private int _errors;

    public int Errors => _errors;

    public int Processed => _done - _errors;

    public void Add(bool failed)
    {
        lock (_gate)
        {
            _done++;
            _errors += failed ? 1 : 0;
            var counts = $"{_done} of {files} files, {_errors} errors";
            if (!_terminal && (long)_done * Tenths / files > (_done - 1L) * Tenths / files)
            {
                Console.Error.WriteLine(counts);
            }
            else if (_terminal && (_done == files || TimeProvider.System.GetElapsedTime(_shown) > Interval))
            {
                _shown = TimeProvider.System.GetTimestamp();
                var full = (int)((long)BarWidth * _done / files);
                Console.Error.Write($"\r[{new string('#', full)}{new string('-', BarWidth - full)}] {counts} ");
            }
        }
    }

    public void End(string summary) => Console.Error.WriteLine(_terminal && _done > 0 ? $"\r\e[K{summary}" : summary);
}
