using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>What a book says of itself: records of a type and a value (EXTH).</summary>
internal sealed class ExthMetadata
{
    private const int MaxRecords = 10_000;
    private const int AuthorType = 100;
    private const int Kf8BoundaryType = 121;
    private const int UpdatedTitleType = 503;
    private const int LanguageType = 524;

    private readonly List<string> _authors = [];

    public static ExthMetadata None { get; } = new();

    public string? Title { get; private set; }

    public string? Author => _authors.Count == 0 ? null : string.Join(", ", _authors.Distinct(StringComparer.Ordinal).Take(20));

    public string? Language { get; private set; }

    /// <summary>The record that the KF8 part of a hybrid starts with.</summary>
    public int? Kf8Record { get; private set; }

    /// <param name="bytes">The record from the end of the MOBI header on.</param>
    /// <param name="encoding">The book's charset.</param>
    public static ExthMetadata Read(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var metadata = new ExthMetadata();
        if (bytes.Length < 12 || !bytes.StartsWith("EXTH"u8))
        {
            return metadata;
        }

        var count = Math.Min(BigEndian.UInt32(bytes, 8), MaxRecords);
        var offset = 12;
        for (var index = 0; index < count && offset + 8 <= bytes.Length; index++)
        {
            var (type, length) = (BigEndian.UInt32(bytes, offset), BigEndian.UInt32(bytes, offset + 4));
            if (length < 8 || length > bytes.Length - offset)
            {
                break;
            }

            metadata.Take(type, bytes.Slice(offset + 8, (int)length - 8), encoding);
            offset += (int)length;
        }

        return metadata;
    }

    private void Take(uint type, ReadOnlySpan<byte> value, Encoding encoding)
    {
        switch (type)
        {
            case AuthorType when CleanText.OfLine(encoding.GetString(value)) is { Length: > 0 } author:
                _authors.Add(author);
                break;
            case UpdatedTitleType when CleanText.OfLine(encoding.GetString(value)) is { Length: > 0 } title:
                Title = title;
                break;
            case LanguageType:
                Language ??= LanguageTag.Of(encoding.GetString(value));
                break;
            case Kf8BoundaryType when value.Length == 4 && BigEndian.UInt32(value, 0) is < ushort.MaxValue and var record:
                Kf8Record = (int)record;
                break;
            default:
                break;
        }
    }
}
