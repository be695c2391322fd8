using System.Globalization;
using Longleaf.Documents;
using Spectre.Console;

namespace Longleaf.Server.Commands.Progress;

/// <summary>A document's bar: what is being done, and how much of it.</summary>
/// <param name="name">The document's name.</param>
/// <param name="display">Where it is shown; <see langword="null"/> for nowhere.</param>
/// <param name="before">The bar it stands above.</param>
internal sealed class DocumentProgress(string name, ProgressDisplay? display, ProgressTask? before = null) : IDisposable
{
    private const int NameLength = 40;
    private const double Megabyte = 1_000_000;

    private readonly string _name = TerminalText.Of(name, NameLength);
    private ProgressTask? _bar;
    private (string Stage, string Unit) _shown;

    public void Show(ReaderEvent.Progress at)
    {
        if (display is null)
        {
            return;
        }

        var description = $"{_name}  {at.Stage}, {Amount(at)}";
        if (_bar is null || _shown != (at.Stage, at.Unit))
        {
            // The time left is reckoned from what a bar has seen: another stage has a pace of its own.
            Dispose();
            (_bar, _shown) = (display.Add(description, before), (at.Stage, at.Unit));
        }

        _bar.Description = Markup.Escape(description);
        _bar.IsIndeterminate = at.Total == 0;
        _bar.MaxValue = Math.Max(1, at.Total);
        _bar.Value = Math.Min(at.Done, at.Total);
    }

    public void Dispose()
    {
        if (_bar is not null)
        {
            display!.Remove(_bar);
            _bar = null;
        }
    }

    private static string Amount(ReaderEvent.Progress at)
    {
        var (done, total, unit) = at.Unit == "bytes"
            ? (Megabytes(at.Done), Megabytes(at.Total), "MB")
            : (at.Done.ToString(CultureInfo.InvariantCulture), at.Total.ToString(CultureInfo.InvariantCulture), at.Unit);
        return at.Total == 0 ? $"{done} {unit}" : $"{done} of {total} {unit}";
    }

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
}
