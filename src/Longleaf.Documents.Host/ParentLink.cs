using System.Buffers.Binary;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>What the parent sends. When its end closes, however the parent ended, this process ends.</summary>
internal sealed class ParentLink
{
    // A reader that is given its next document at once does not stop to tidy up.
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(50);

    // Of a class: a queue of structs would be compiled anew in each process.
    private readonly Queue<Received> _received = new();
    private readonly Stream _input;
    private volatile bool _hasReceived;

    public ParentLink(Stream input)
    {
        _input = input;
        new Thread(Listen) { IsBackground = true, Name = "Parent" }.Start();
    }

    /// <summary>Whether the parent has sent anything yet.</summary>
    public bool HasReceived => _hasReceived;

    public Frame Receive() => TryReceive(Timeout.InfiniteTimeSpan)!.Frame;

    /// <summary>The next request. Answers that the document before did not wait for are thrown away.</summary>
    public Frame ReceiveRequest()
    {
        while (true)
        {
            var received = TryReceive(Idle);
            if (received is null)
            {
                if (ManagedMemory.IsLarge)
                {
                    ManagedMemory.GiveBack();
                }

                received = TryReceive(Timeout.InfiniteTimeSpan)!;
            }

            if (received.Frame.Kind == FrameKind.Request)
            {
                return received.Frame;
            }
        }
    }

    // One thread takes, so that one is woken; it is woken for nothing else.
    private Received? TryReceive(TimeSpan patience)
    {
        lock (_received)
        {
            while (_received.Count == 0)
            {
                if (!Monitor.Wait(_received, patience))
                {
                    return null;
                }
            }

            return _received.Dequeue();
        }
    }

    private void Listen()
    {
        var header = new byte[Protocol.HeaderBytes];
        while (true)
        {
            if (_input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            {
                ParentDeath.ExitNow();
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1));
            _hasReceived = true;
            if (length is < 0 or > Protocol.MaxPayloadBytes)
            {
                ParentDeath.ExitNow();
            }

            var payload = new byte[length];
            if (_input.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length)
            {
                ParentDeath.ExitNow();
            }

            lock (_received)
            {
                _received.Enqueue(new Received(new Frame((FrameKind)header[0], payload)));
                Monitor.Pulse(_received);
            }
        }
    }

    private sealed record Received(Frame Frame);
}
