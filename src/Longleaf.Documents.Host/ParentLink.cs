using System.Buffers.Binary;
using System.Collections.Concurrent;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>What the parent sends. When its end closes, however the parent ended, this process ends.</summary>
internal sealed class ParentLink : IDisposable
{
    private readonly BlockingCollection<Frame> _received = [];
    private readonly Stream _input;

    public ParentLink(Stream input)
    {
        _input = input;
        new Thread(Listen) { IsBackground = true, Name = "Parent" }.Start();
    }

    public Frame Receive() => _received.Take();

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
