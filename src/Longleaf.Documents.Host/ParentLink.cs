using System.Buffers.Binary;
using System.Collections.Concurrent;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>What the parent sends. When its end closes, however the parent ended, this process ends.</summary>
internal sealed class ParentLink : IDisposable
{
    // A reader that is given its next document at once does not stop to tidy up.
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<Frame> _received = [];
    private readonly Stream _input;

    public ParentLink(Stream input)
    {
        _input = input;
        new Thread(Listen) { IsBackground = true, Name = "Parent" }.Start();
    }

    public Frame Receive() => _received.Take();

    /// <summary>The next request. Answers that the document before did not wait for are thrown away.</summary>
    public Frame ReceiveRequest()
    {
        Frame frame;
        do
        {
            if (!_received.TryTake(out frame, Idle))
            {
                if (ManagedMemory.IsLarge)
                {
                    ManagedMemory.GiveBack();
                }

                frame = _received.Take();
            }
        }
        while (frame.Kind != FrameKind.Request);
        return frame;
    }

    public void Dispose() => _received.Dispose();

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
            if (length is < 0 or > Protocol.MaxPayloadBytes)
            {
                ParentDeath.ExitNow();
            }

            var payload = new byte[length];
            if (_input.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length)
            {
                ParentDeath.ExitNow();
            }

            _received.Add(new Frame((FrameKind)header[0], payload));
        }
    }
}
