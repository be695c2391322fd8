namespace Longleaf.Platform.Storage;

/// <summary>
/// One at a time for each content: bytes must not go between the moment a row is written that refers to them and the moment
/// another's deletion counted who does. In the process only, as the folder store is one process's.
/// </summary>
internal sealed class ContentLocks : IDisposable
{
    // Two contents on one stripe wait for each other, for the milliseconds of a rename and a commit.
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<Held> EnterAsync(ContentKey key, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)key.GetHashCode() % _stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        return new Held(stripe);
    }

    public void Dispose()
    {
        foreach (var stripe in _stripes)
        {
            stripe.Dispose();
        }
    }

    internal readonly struct Held(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
