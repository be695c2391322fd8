using Spectre.Console;

namespace Longleaf.Server.Commands.Progress;

/// <summary>A bar that counts files; where there is no display, a line on standard error for each tenth.</summary>
internal sealed class CountProgress
{
    private const int Tenths = 10;

    private readonly Lock _gate = new();
    private readonly int _files;
    private int _done;
    private int _errors;

    /// <param name="files">How many there are.</param>
    /// <param name="display">Where it is shown.</param>
    public CountProgress(int files, ProgressDisplay? display)
    {
        _files = files;
        Bar = display?.Add(Counts());
        Bar?.MaxValue(Math.Max(1, files));
        Show();
    }

    /// <summary>The bar: those of the files stand above it.</summary>
    public ProgressTask? Bar { get; }

    public int Errors => _errors;

    public int Processed => _done - _errors;

    public void Add(bool failed)
    {
        lock (_gate)
        {
            _done++;
            _errors += failed ? 1 : 0;
            Show();
            if (Bar is null && (long)_done * Tenths / _files > (_done - 1L) * Tenths / _files)
            {
                Console.Error.WriteLine(Counts());
            }
        }
    }

    private string Counts() => $"{_done} of {_files} files, {_errors} errors";

    private void Show()
    {
        if (Bar is not null)
        {
            Bar.Description = Counts();
            Bar.Value = _done;
        }
    }
}
