using Spectre.Console;

namespace Longleaf.Server.Commands.Progress;

/// <summary>Bars on standard error, cleared away at the end. Only where that is a terminal: in a log they are noise.</summary>
internal sealed class ProgressDisplay : IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ProgressContext> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _shown;

    private ProgressDisplay(IAnsiConsole console) => _shown = console.Progress()
        .AutoClear(true)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new RemainingTimeColumn())
        .StartAsync(context =>
        {
            _started.SetResult(context);
            return _ended.Task;
        });

    /// <summary>Starts one on standard error; <see langword="null"/> where that is no terminal.</summary>
    public static async Task<ProgressDisplay?> TryStartAsync() => Console.IsErrorRedirected
        ? null
        : await StartAsync(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),

            // By itself it would look at standard output, which may well be a file.
            Interactive = InteractionSupport.Yes,
        }));

    public static async Task<ProgressDisplay> StartAsync(IAnsiConsole console)
    {
        var display = new ProgressDisplay(console);
        await Task.WhenAny(display._started.Task, display._shown);
        return display;
    }

    /// <summary>Adds a bar.</summary>
    /// <param name="description">What stands before it: any text but none.</param>
    /// <param name="before">The bar it stands above; <see langword="null"/> for the end.</param>
    public ProgressTask Add(string description, ProgressTask? before = null)
    {
        var context = _started.Task.GetAwaiter().GetResult();
        var markup = Markup.Escape(description);
        return before is null ? context.AddTask(markup) : context.AddTaskBefore(markup, new ProgressTaskSettings(), before);
    }

    public void Remove(ProgressTask bar) => _started.Task.GetAwaiter().GetResult().RemoveTask(bar);

    /// <summary>Clears the bars away.</summary>
    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _shown;
    }
}
