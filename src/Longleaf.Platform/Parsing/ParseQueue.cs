using Longleaf.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Longleaf.Platform.Parsing;

/// <summary>
/// Lets so many parse at once: accounts in turn, each account's files in order. Of two files with the same bytes the second
/// waits for the first, and then finds its artefacts. What is read again, and can be used meanwhile, comes after what is read for
/// the first time, and leaves a place free for it where there is more than one.
/// </summary>
internal sealed class ParseQueue(IOptions<PlatformOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, LinkedList<Waiter>> _waiting = [];

    // Accounts with somebody waiting, whose turn is next first.
    private readonly LinkedList<Guid> _turns = [];
    private readonly HashSet<ArtifactKey> _running = [];
    private int _reparsing;

    /// <summary>Waits for a place; disposing what is returned gives it back.</summary>
    public async Task<IDisposable> EnterAsync(ArtifactKey key, bool isReparse, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(key, isReparse);
        lock (_gate)
        {
            var account = key.Content.AccountId;
            if (!_waiting.TryGetValue(account, out var line))
            {
                _waiting[account] = line = [];
                _turns.AddLast(account);
            }

            line.AddLast(waiter);
            Admit();
        }

        await using var registration = cancellationToken.Register(() => Abandon(waiter, cancellationToken));
        await waiter.Admitted.Task;
        return new Place(this, waiter);
    }

    // Admits whoever may go in. Called under the gate.
    private void Admit()
    {
        Admit(isReparse: false);
        Admit(isReparse: true);
    }

    private void Admit(bool isReparse)
    {
        var turn = _turns.First;
        while (turn is not null && HasPlace(isReparse))
        {
            var next = turn.Next;
            var line = _waiting[turn.Value];
            for (var node = line.First; node is not null; node = node.Next)
            {
                if (node.Value.IsReparse == isReparse && _running.Add(node.Value.Key))
                {
                    _reparsing += isReparse ? 1 : 0;
                    line.Remove(node);
                    node.Value.Admitted.TrySetResult();
                    _turns.Remove(turn);
                    if (line.Count > 0)
                    {
                        _turns.AddLast(turn);
                        next ??= turn;
                    }
                    else
                    {
                        _waiting.Remove(turn.Value);
                    }

                    break;
                }
            }

            turn = next;
        }
    }

    private bool HasPlace(bool isReparse)
    {
        var places = options.Value.ParseConcurrency;
        return _running.Count < places && (!isReparse || _reparsing < Math.Max(1, places - 1));
    }

    private void Abandon(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var account = waiter.Key.Content.AccountId;
            if (!_waiting.TryGetValue(account, out var line) || !line.Remove(waiter))
            {
                return;
            }

            if (line.Count == 0)
            {
                _waiting.Remove(account);
                _turns.Remove(account);
            }
        }

        waiter.Admitted.TrySetCanceled(cancellationToken);
    }

    private void Leave(Waiter waiter)
    {
        lock (_gate)
        {
            _running.Remove(waiter.Key);
            _reparsing -= waiter.IsReparse ? 1 : 0;
            Admit();
        }
    }

    private sealed class Waiter(ArtifactKey key, bool isReparse)
    {
        public ArtifactKey Key { get; } = key;

        public bool IsReparse { get; } = isReparse;

        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(ParseQueue queue, Waiter waiter) : IDisposable
    {
        private ParseQueue? _queue = queue;

        public void Dispose() => Interlocked.Exchange(ref _queue, null)?.Leave(waiter);
    }
}
