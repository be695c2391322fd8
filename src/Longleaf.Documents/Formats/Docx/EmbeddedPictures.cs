using System.Globalization;
using Longleaf.Documents.Formats.Image;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Ocr;
using SkiaSharp;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Recognises the text in the pictures of a document, before its body is read: several pictures at the same time.</summary>
internal sealed class EmbeddedPictures(OpenXmlPackage package, IRecognizer recognizer, BlockSink sink)
{
    // Bullets, icons and rules.
    private const int LeastWidth = 60;
    private const int LeastHeight = 16;

    private readonly List<string> _asked = [];
    private int _unread;

    /// <summary>The paragraphs in each picture that holds text.</summary>
    /// <param name="parts">The pictures.</param>
    public Dictionary<string, IReadOnlyList<string>> Read(IEnumerable<string> parts)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (sink.Limits.MaxEmbeddedPictures == 0)
        {
            return found;
        }

        var done = 0;
        foreach (var page in new PageRecognition(recognizer).Recognize(Decode(parts)))
        {
            if (page.Outcome == RecognitionOutcome.NotToBeHad)
            {
                sink.Warn("Pictures in this document were not read, as tesseract is not installed on the server.");
                break;
            }

            _unread += page.Outcome == RecognitionOutcome.Done ? 0 : 1;
            if (page.Text.Blocks.Count > 0)
            {
                found[_asked[done]] = [.. page.Text.Paragraphs];
            }

            done++;
            sink.Progress(done, Math.Max(done, _asked.Count), "pages", "ocr");
        }

        if (_unread > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{_unread} pictures in this document could not be read."));
        }

        return found;
    }

    private IEnumerable<GrayPicture> Decode(IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            using var stream = package.Open(part);
            if (stream is null || Decode(stream) is not { } picture)
            {
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

        bytes.Position = 0;
        using var data = SKData.Create(bytes, bytes.Length);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < LeastWidth || codec.Info.Height < LeastHeight)
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
}
