using System.Text;
using System.Xml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// The texts that cells refer to by number, as clean lines. Held as UTF-8 in large arrays: a million short strings of their own would take
/// four times the memory.
/// </summary>
internal sealed class SharedStrings
{
    private const int ChunkBytes = 1 << 20;
    private const int MaxStrings = 16_000_000;
    private const int RecentStrings = 4096;

    private readonly List<byte[]> _chunks = [];
    // Where each text is: chunk, first byte, number of bytes.
    private readonly List<int> _places = [];
    private readonly (int Index, string Text)[] _recent = new (int, string)[RecentStrings];
    private int _used = ChunkBytes;

    public static SharedStrings Read(XmlReader? reader, ParseLimits limits)
    {
        var strings = new SharedStrings();
        var texts = new RichText(limits);
        var characters = 0L;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
            {
                continue;
            }

            var text = CleanText.OfLine(texts.Read(reader));
            characters += text.Length;
            if (characters > limits.MaxCharacters || strings._places.Count / 3 == MaxStrings)
            {
                throw new UnreadableException(
                    DocumentFailureCode.TooLarge,
                    $"This workbook holds more text than is read ({limits.MaxCharacters / 1_000_000:N0} million characters, {MaxStrings / 1_000_000} million texts): split it into smaller files.");
            }

            strings.Add(text);
        }

        return strings;
    }

    /// <summary>The text of a number; empty if there is none.</summary>
    public string this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_places.Count / 3)
            {
                return "";
            }

            // Columns of categories name the same few again and again.
            ref var recent = ref _recent[index % RecentStrings];
            if (recent.Text is null || recent.Index != index)
            {
                var place = index * 3;
                recent = (index, Encoding.UTF8.GetString(_chunks[_places[place]], _places[place + 1], _places[place + 2]));
            }

            return recent.Text;
        }
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_chunks.Count == 0 || _used + length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(ChunkBytes, length)]);
            _used = 0;
        }

        Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used));
        _places.Add(_chunks.Count - 1);
        _places.Add(_used);
        _places.Add(length);
        _used += length;
    }
}
