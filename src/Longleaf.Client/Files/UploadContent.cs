using System.ClientModel;
using System.Text;

namespace Longleaf.Client.Files;

/// <summary>The form of an upload, written as the file is read: nothing of it is held.</summary>
internal sealed class UploadContent : BinaryContent
{
    private const int BufferBytes = 64 * 1024;

    private readonly Stream _file;
    private readonly long _start;
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly IProgress<long>? _progress;
    private bool _written;

    public UploadContent(Stream file, string fileName, string purpose, IProgress<long>? progress)
    {
        (_file, _progress) = (file, progress);
        _start = file.CanSeek ? file.Position : 0;
        var boundary = $"longleaf-{Guid.NewGuid():N}";
        MediaType = $"multipart/form-data; boundary={boundary}";

        // As browsers write names: quotes, and what would end the line, as percent signs; everything else as it is, in UTF-8.
        var name = fileName.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n{purpose}\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        _tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
    }

    public override bool TryComputeLength(out long length)
    {
        length = _file.CanSeek ? _head.Length + _file.Length - _start + _tail.Length : 0;
        return _file.CanSeek;
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        Rewind();
        await stream.WriteAsync(_head, cancellationToken);
        var buffer = new byte[BufferBytes];
        var sent = 0L;
        int read;
        while ((read = await _file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            _progress?.Report(sent += read);
        }

        await stream.WriteAsync(_tail, cancellationToken);
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Uploads are asynchronous.");

    // The file is the caller's.
    public override void Dispose()
    {
    }

    // The official client tries again what failed on the way.
    private void Rewind()
    {
        if (_written)
        {
            if (!_file.CanSeek)
            {
                throw new IOException("The upload failed, and its stream cannot be read again: give a stream that can seek, or upload again.");
            }

            _file.Position = _start;
        }

        _written = true;
    }
}
