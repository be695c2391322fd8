namespace Longleaf.Platform.Parsing;

/// <summary>Lets so many work at once, so many more wait for their turn, and turns away the rest.</summary>
internal sealed class BoundedTurns(int atOnce, int maxWaiting) : IDisposable
{
    private readonly SemaphoreSlim _places = new(atOnce, atOnce);
    private int _waiting;

    /// <summary>Waits for a turn; disposing what is returned ends it. <see langword="null"/> at once if too many wait.</summary>
    public async Task<IDisposable?> TryTakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_places.Wait(0, CancellationToken.None))
        {
            try
            {
                if (Interlocked.Increment(ref _waiting) > maxWaiting)
                {
                    return null;
                }

                await _places.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        return new Turn(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        private SemaphoreSlim? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Release();
    }
}
