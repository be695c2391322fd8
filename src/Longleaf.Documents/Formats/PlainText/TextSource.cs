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
    private readonly int _pass;
    private readonly int _passes;
    private long _reported;

    /// <param name="input">The file.</param>
    /// <param name="sink">Learns how far it is.</param>
    /// <param name="pass">Which reading of the file this is, from 0.</param>
    /// <param name="passes">How often it is read in all: each time counts for its part of the bytes.</param>
    public TextSource(Stream input, BlockSink sink, int pass = 0, int passes = 1)
    {
        (_input, _sink, _pass, _passes) = (input, sink, pass, passes);
        Encoding = CharsetDetector.Detect(input);
        Reader = new StreamReader(input, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: ReadBytes, leaveOpen: true);
    }

    public Encoding Encoding { get; }

    public string Charset => Encoding.WebName;

    public StreamReader Reader { get; }

    public void ReportProgress() => ReportProgress(_input.Position);

    /// <param name="done">How many bytes are done with, where that is not what has been read.</param>
    public void ReportProgress(long done)
    {
        if (done - _reported >= ProgressBytes)
        {
            _reported = done;
            _sink.Progress(((_pass * _input.Length) + done) / _passes, _input.Length, "bytes");
        }
    }

    public void Dispose() => Reader.Dispose();
}
