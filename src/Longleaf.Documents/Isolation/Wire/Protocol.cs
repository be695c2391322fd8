using System.Text;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>
/// The frames between parent and reader: kind (1 byte), length of the payload (4 bytes, little endian), payload. In payloads numbers are
/// fixed and little endian, strings are a length in bytes (4) and strict UTF-8.
/// </summary>
internal static class Protocol
{
    /// <summary>"LLRD": starts <see cref="FrameKind.Hello"/>.</summary>
    public const uint Magic = 0x44524C4C;

    /// <summary>Goes up with every change of a frame.</summary>
    public const byte Version = 4;

    public const int HeaderBytes = 5;

    /// <summary>The longest payload: a block of <see cref="Documents.Block.MaxCharacters"/> at three bytes each, and what is around it.</summary>
    public const int MaxPayloadBytes = (Documents.Block.MaxCharacters * 3) + 4096;

    /// <summary>The longest name, title, reason and so on, in UTF-16 units.</summary>
    public const int MaxShortText = 1000;

    public const int MaxWarnings = 20;

    /// <summary>The most drawings and recognitions that a reader may have waiting.</summary>
    public const int MaxWaitingRecognitions = 24;

    /// <summary>The most pixels of a picture on the wire, and the longest side that <c>tesseract</c> takes.</summary>
    public const int MaxPicturePixels = 40_000_000;

    /// <summary>The longest side of a picture or a drawn page.</summary>
    public const int MaxPictureSide = 32_000;

    /// <summary>The longest side that a page of a PDF is drawn with.</summary>
    public const int MaxPageSide = 3500;

    /// <summary>The deepest list item that is told apart.</summary>
    public const int MaxListLevel = 32;

    public static Encoding StrictUtf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
