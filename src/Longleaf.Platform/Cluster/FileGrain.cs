using Longleaf.Platform.Parsing;

namespace Longleaf.Platform.Cluster;

/// <summary>Runs a file's parsing.</summary>
internal sealed class FileGrain(FileParser parser, ParseProgress progress) : Grain, IFileGrain
{
    private bool _running;

    public async Task WakeAsync()
    {
        if (_running)
        {
            return;
        }

        _running = true;
        try
        {
            // Off the activation's own scheduler: tokenising and indexing are long turns, and other wake-ups must be taken meanwhile.
            await Task.Run(() => parser.RunAsync(this.GetPrimaryKeyString()));
        }
        finally
        {
            _running = false;

            // A file is parsed once: nothing to keep an activation for.
            DeactivateOnIdle();
        }
    }

    public Task<FileProgress?> FindProgressAsync()
    {
        if (!_running)
        {
            DeactivateOnIdle();
        }

        return Task.FromResult(progress.Find(this.GetPrimaryKeyString()) is var (stage, done, total, unit) ? new FileProgress(stage, done, total, unit) : null);
    }
}
