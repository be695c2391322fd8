using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>HTTP/1.1 over a socket of its own: what goes out is the caller's, byte for byte, and what comes back is read strictly.</summary>
internal sealed class RawExchange : IDisposable
{
    // No answer of these requests is longer: what is, is a fault.
    private const int MaxHeadBytes = 64 * 1024;
    private const int MaxBodyBytes = 256 << 20;

    private readonly Socket _socket;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    private RawExchange(Socket socket) => _socket = socket;

    /// <summary>Opens a connection.</summary>
    public static async Task<RawExchange> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            return new RawExchange(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request on a connection of its own and reads its answer.</summary>
    public static async Task<RawReply> SendAsync(Uri address, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var exchange = await ConnectAsync(address, cancellationToken);
        await exchange.WriteAsync(request, cancellationToken);
        return await exchange.ReadAsync(cancellationToken, isHead: request.Span.StartsWith("HEAD "u8));
    }

    /// <summary>Sends bytes.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndWriting() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads the next answer on this connection, an interim one too.</summary>
    /// <exception cref="InvalidDataException">What came is not HTTP/1.1.</exception>
    /// <exception cref="EndOfStreamException">The connection ended before the answer did.</exception>
    public async Task<RawReply> ReadAsync(CancellationToken cancellationToken, bool isHead = false)
    {
        var status = (await LineAsync(cancellationToken)).Split(' ', 3);
        if (status is not ["HTTP/1.1", var code, ..] || !int.TryParse(code, CultureInfo.InvariantCulture, out var number))
        {
            throw new InvalidDataException($"Not a status line: {string.Join(' ', status)}");
        }

        var headers = await HeadersAsync(cancellationToken);
        var reply = new RawReply(number, status.ElementAtOrDefault(2) ?? "", headers, []);
        if (isHead || number is (>= 100 and < 200) or 204 or 304)
        {
            return reply;
        }

        var pieces = new List<RawPiece>();
        if (reply.Header("Transfer-Encoding") == "chunked")
        {
            await ChunksAsync(pieces, cancellationToken);
        }
        else if (reply.Header("Content-Length") is { } length)
        {
            await BytesAsync(int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture), pieces, cancellationToken);
        }
        else
        {
            await RestAsync(pieces, cancellationToken);
        }

        return new RawReply(reply.Status, reply.Reason, reply.Headers, pieces);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<List<(string Name, string Value)>> HeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new List<(string Name, string Value)>();
        var bytes = 0;
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || (bytes += line.Length) > MaxHeadBytes)
            {
                throw new InvalidDataException($"Not a header: {line}");
            }

            headers.Add((line[..colon], line[(colon + 1)..].Trim(' ')));
        }

        return headers;
    }

    private async Task ChunksAsync(List<RawPiece> pieces, CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = await LineAsync(cancellationToken);
            if (!int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size is < 0 or > MaxBodyBytes)
            {
                throw new InvalidDataException($"Not a chunk's size: {line}");
            }

            if (size > 0)
            {
                var chunk = new List<RawPiece>();
                await BytesAsync(size, chunk, cancellationToken);
                pieces.Add(new RawPiece([.. chunk.SelectMany(piece => piece.Data)], _clock.Elapsed));
            }

            if (await LineAsync(cancellationToken) is { Length: > 0 } rest)
            {
                throw new InvalidDataException($"A chunk is longer than it says: {rest}");
            }

            if (size == 0)
            {
                return;
            }
        }
    }

    private async Task BytesAsync(int count, List<RawPiece> pieces, CancellationToken cancellationToken)
    {
        if (count > MaxBodyBytes)
        {
            throw new InvalidDataException($"A body of {count} bytes.");
        }

        while (count > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                throw new EndOfStreamException("The connection ended within a body.");
            }

            var taken = Math.Min(count, _end - _start);
            pieces.Add(new RawPiece(_buffer[_start..(_start + taken)], _clock.Elapsed));
            _start += taken;
            count -= taken;
        }
    }

    private async Task RestAsync(List<RawPiece> pieces, CancellationToken cancellationToken)
    {
        var total = 0;
        while (_start < _end || await FillAsync(cancellationToken))
        {
            pieces.Add(new RawPiece(_buffer[_start.._end], _clock.Elapsed));
            total += _end - _start;
            _start = _end;
            if (total > MaxBodyBytes)
            {
                throw new InvalidDataException("A body without an end.");
            }
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                throw new EndOfStreamException(line.Count == 0 ? "The connection ended without an answer." : "The connection ended within a line.");
            }

            var value = _buffer[_start++];
            if (value == '\n' && line is [.., (byte)'\r'])
            {
                return Encoding.UTF8.GetString([.. line.SkipLast(1)]);
            }

            line.Add(value);
            if (line.Count > MaxHeadBytes)
            {
                throw new InvalidDataException("A line without an end.");
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
        return _end > 0;
    }
}
