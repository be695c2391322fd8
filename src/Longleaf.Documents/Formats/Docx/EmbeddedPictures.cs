using System.Globalization;
using Longleaf.Documents.Formats.Image;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Ocr;
using SkiaSharp;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>
/// Recognises the text in the pictures of a document: several at the same time, from before its body is read. Whoever comes to a picture waits
/// for it, or goes on and comes back.
/// </summary>
internal sealed class EmbeddedPictures(OpenXmlPackage package, IRecognizer recognizer, BlockSink sink) : IDisposable
{
    // Bullets, icons and rules.
    private const int LeastWidth = 60;
    private const int LeastHeight = 16;

    private readonly Dictionary<string, IReadOnlyList<string>> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outstanding = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private IEnumerator<RecognizedPage>? _pages;
    private int _done;
    private int _unread;

    /// <summary>Asks for the first of them.</summary>
    /// <param name="parts">The pictures.</param>
    public void Start(IEnumerable<string> parts)
    {
        if (sink.Limits.MaxEmbeddedPictures > 0)
        {
            IReadOnlyList<string> pictures = [.. parts];
            _outstanding.UnionWith(pictures);
            Guard(() =>
            {
                _pages = new PageRecognition(recognizer).Recognize(Decode(pictures)).GetEnumerator();
                return true;
            });
        }
    }

    /// <summary>Whether it is not known yet what stands in a picture.</summary>
    public bool IsOutstanding(string part) => _outstanding.Contains(part);

    /// <summary>The paragraphs in a picture; waits for them.</summary>
    public IReadOnlyList<string> TextOf(string part)
    {
        while (IsOutstanding(part) && Guard(TakeNext))
        {
        }

        return _found.GetValueOrDefault(part, []);
    }

    /// <summary>Waits for what nobody has asked for, and says how many could not be read.</summary>
    public void Complete()
    {
        while (Guard(TakeNext))
        {
        }

        if (_unread > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{_unread} pictures in this document could not be read."));
        }
    }

    public void Dispose() => _pages?.Dispose();

    private bool TakeNext()
    {
        if (_pages is null || !_pages.MoveNext())
        {
            return false;
        }

        var page = _pages.Current;
        if (page.Outcome == RecognitionOutcome.NotToBeHad)
        {
            sink.Warn("Pictures in this document were not read, as tesseract is not installed on the server.");
            return false;
        }

        _unread += page.Outcome == RecognitionOutcome.Done ? 0 : 1;
        var part = _asked[_done++];
        _outstanding.Remove(part);
        if (page.Text.Blocks.Count > 0)
        {
            _found[part] = [.. page.Text.Paragraphs];
        }

        sink.Progress(_done, Math.Max(_done, _asked.Count), "pages", "ocr");
        return true;
    }

    // After the last, or what goes wrong beside the document's text, nothing is waited for any more.
    private bool Guard(Func<bool> step)
    {
        if (SideParts.Tolerate(sink, step))
        {
            return true;
        }

        _pages?.Dispose();
        _pages = null;
        _outstanding.Clear();
        return false;
    }

    private IEnumerable<GrayPicture> Decode(IReadOnlyList<string> parts)
    {
        foreach (var part in parts)
        {
            using var stream = package.Open(part);
            if (stream is null || Decode(stream) is not { } picture)
            {
                _outstanding.Remove(part);
                continue;
            }

            if (_asked.Count == sink.Limits.MaxEmbeddedPictures)
            {
                sink.Warn(string.Create(
                    CultureInfo.InvariantCulture, $"Only the first {_asked.Count} pictures in this document were read (Isolation:MaxEmbeddedPictures)."));
                yield break;
            }

            _asked.Add(part);
            yield return picture;
        }
    }

    // Drawings in other formats (EMF, SVG, TIFF) and what is damaged are pictures without text.
    private GrayPicture? Decode(Stream stream)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > sink.Limits.MaxImageBytes)
            {
                _unread++;
                return null;
            }
        }

        var head = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (PictureHeader.IsUndecoded(head) || (PictureHeader.SizeOf(head) is var (width, height) && IsTooSmall(width, height)))
        {
            return null;
        }

        bytes.Position = 0;
        return DecodeKnown(bytes);
    }

    // Apart: entering it is what loads Skia.
    private GrayPicture? DecodeKnown(MemoryStream bytes)
    {
        using var data = SKData.Create(bytes, bytes.Length);
        using var codec = SKCodec.Create(data);
        if (codec is null || IsTooSmall(codec.Info.Width, codec.Info.Height))
        {
            return null;
        }

        if ((long)codec.Info.Width * codec.Info.Height > sink.Limits.MaxImagePixels)
        {
            _unread++;
            return null;
        }

        using var decoder = new FrameDecoder(codec);
        return decoder.Decode(0);
    }

    private static bool IsTooSmall(int width, int height) => width < LeastWidth || height < LeastHeight;
}
