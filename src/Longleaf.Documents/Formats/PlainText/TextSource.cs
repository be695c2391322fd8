using System.Text;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>The characters of a text file, and how far its reading is.</summary>
internal sealed class TextSource : IDisposable
{
    /// <summary>How much is read at once, in UTF-16 units: as much as the decoder makes of its bytes, so that nothing is copied.</summary>
    public const int ReadUnits = (ReadBytes * 2) + 2;

    private const int ReadBytes = 64 * 1024;
    private const int ProgressBytes = 1 << 20;

    private readonly Stream _input;
    private readonly BlockSink _sink;
    private long _reported;

    /// <param name="input">The file.</param>
    /// <param name="sink">Learns how far it is.</param>
    public TextSource(Stream input, BlockSink sink)
    {
        (_input, _sink) = (input, sink);
        Encoding = CharsetDetector.Detect(input);
        Reader = new StreamReader(input, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: ReadBytes, leaveOpen: true);
    }

    public Encoding Encoding { get; }

    public string Charset => Encoding.WebName;

    public StreamReader Reader { get; }

    public void ReportProgress()
    {
        var done = _input.Position;
        if (done - _reported >= ProgressBytes)
        {
            _reported = done;
            _sink.Progress(done, _input.Length, "bytes");
        }
    }

    public void Dispose() => Reader.Dispose();
}
