using Longleaf.Documents;

namespace Longleaf.Server.Commands;

/// <summary>One line on standard error that says how far the reading is; on a terminal it is written over.</summary>
internal sealed class ProgressLine(string name)
{
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private long _lastPercent = -1;

    public void Show(ReaderEvent.Progress progress)
    {
        var percent = progress.Total > 0 ? 100 * progress.Done / progress.Total : 0;
        if (_terminal && percent != _lastPercent)
        {
            _lastPercent = percent;
            var of = progress.Total > 0 ? $" of {progress.Total}" : "";
            Console.Error.Write($"\r{name}: {progress.Stage}, {progress.Done}{of} {progress.Unit}   ");
        }
    }

    public void End(string summary)
    {
        if (_lastPercent >= 0)
        {
            Console.Error.Write("\r\e[K");
        }

        Console.Error.WriteLine(summary);
    }
}
