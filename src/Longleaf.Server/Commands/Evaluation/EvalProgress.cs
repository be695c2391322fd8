using Longleaf.Evaluation;

namespace Longleaf.Server.Commands.Evaluation;

/// <summary>Says on standard error how far an evaluation is: one line that changes on a terminal, a line for each stage in a log.</summary>
internal sealed class EvalProgress : IProgress<EvaluationProgress>
{
    private readonly Lock _gate = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _shown = "";

    /// <inheritdoc/>
    public void Report(EvaluationProgress value)
    {
        lock (_gate)
        {
            var line = _isTerminal && value.Total > 1 ? $"{value.Stage} {100L * value.Done / value.Total} %" : value.Stage;
            if (line == _shown)
            {
                return;
            }

            // Back to the line's start, and what stood there is cleared away.
            Console.Error.Write(_isTerminal ? $"\r\e[K{line}" : line + Environment.NewLine);
            _shown = line;
        }
    }

    /// <summary>Clears the line away.</summary>
    public void Complete()
    {
        if (_isTerminal)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
