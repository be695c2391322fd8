using System.Security.Cryptography;
using Longleaf.Documents.Ocr;
using SkiaSharp;

namespace Longleaf.Documents.Formats.Image;

/// <summary>Reads the text in pictures, and in each different frame of animations.</summary>
internal sealed class ImageParser(DocumentFormat format, IRecognizer recognizer) : IFormatParser
{
    private readonly PageRecognition _recognition = new(recognizer);
    private readonly HashSet<string> _written = [];

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        if (input.Length > sink.Limits.MaxImageBytes)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge,
                $"This image has more than the {sink.Limits.MaxImageBytes >> 20} MB that are read: save it with fewer pixels or in another format.");
        }

        using var data = SKData.Create(input, input.Length);
        using var codec = SKCodec.Create(data) ?? throw Damaged();
        CheckSize(codec, sink.Limits);
        using var decoder = new FrameDecoder(codec);
        var seen = new HashSet<string>();
        var frames = Math.Max(codec.FrameCount, 1);
        sink.Progress(0, frames, "pages", "ocr");
        for (var frame = 0; frame < frames; frame++)
        {
            if (decoder.Decode(frame) is not { } picture)
            {
                // What stands before the damage is text all the same.
                if (frame == 0)
                {
                    throw Damaged();
                }

                sink.Warn(FormattableString.Invariant($"This animation is damaged: frames from {frame + 1} of {frames} on were not read."));
                break;
            }

            if (seen.Add(Convert.ToHexString(SHA256.HashData(picture.Pixels.Span))))
            {
                if (seen.Count > sink.Limits.MaxImageFrames)
                {
                    throw new UnreadableException(
                        DocumentFailureCode.TooLarge,
                        $"This animation has more than the {sink.Limits.MaxImageFrames} different frames that are read: save those with text as images.");
                }

                Write(_recognition.Recognize(picture), sink);
            }

            sink.Progress(frame + 1, frames, "pages", "ocr");
        }

        return new DocumentInfo { Format = format };
    }

    private static void CheckSize(SKCodec codec, ParseLimits limits)
    {
        var pixels = (long)codec.Info.Width * codec.Info.Height;
        if (pixels > limits.MaxImagePixels || pixels * Math.Max(1, codec.FrameCount) > limits.MaxAnimationPixels)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge,
                FormattableString.Invariant($"This image has {codec.Info.Width} × {codec.Info.Height} pixels and {Math.Max(1, codec.FrameCount)} frames: ")
                + FormattableString.Invariant($"more than the {limits.MaxImagePixels / 1_000_000} million pixels that are read."));
        }
    }

    // A frame repeats most of the text of the one before.
    private void Write(RecognizedPage page, BlockSink sink)
    {
        if (page.Outcome != RecognitionOutcome.Done)
        {
            throw Unrecognized(page.Outcome);
        }

        RecognizedBlocks.Write(sink, [.. page.Text.Blocks.Where(block => _written.Add(block.AsLines()))], Location.None);
    }

    private static UnreadableException Damaged() => new(DocumentFailureCode.Malformed, "This image cannot be read: it is damaged or cut off.");

    private static UnreadableException Unrecognized(RecognitionOutcome outcome) => outcome switch
    {
        RecognitionOutcome.NotToBeHad => new(
            DocumentFailureCode.UnsupportedFormat, "Images cannot be read by this server: tesseract, which recognises their text, is not installed."),
        RecognitionOutcome.TimedOut => new(DocumentFailureCode.TimedOut, "The text of this image could not be recognised in the time allowed: cut it into parts."),
        _ => new(DocumentFailureCode.ReaderDied, "The text of this image could not be recognised: the recognition failed on it."),
    };
}
