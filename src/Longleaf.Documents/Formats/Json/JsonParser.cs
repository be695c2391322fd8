using System.Text;
using System.Text.Json;
using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Json;

/// <summary>
/// Reads JSON and JSON Lines: checked strictly (RFC 8259) and kept as it is in one pass over the bytes, numbers as they are written. Blocks are runs of
/// whole lines, or of whole values where lines are long, each with the path at which it starts; not fenced: what is asked for are the
/// names and values, and a fence cut into passages would open in one and close in another.
/// </summary>
internal sealed class JsonParser : IFormatParser
{
    private const int BufferBytes = 128 * 1024;

    // Values are gathered into blocks of about this many bytes, small enough to cite, large enough to hold a record; and up to twice as many
    // in the hope of a line's end.
    private const int BlockBytes = 2000;

    private byte[] _buffer = new byte[BufferBytes];
    private int _used;
    private int _blockStart; // in the buffer; what is before has been handed on
    private bool _afterName;
    private int _row = 1;
    private int _blockRow = 1;
    private string _blockPath = "$";
    private BlockJoin _join = BlockJoin.Paragraph;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        // Bytes in another charset than UTF-8 are read as the UTF-8 that they are in.
        var utf8 = source.Encoding is UTF8Encoding
            ? input
            : Encoding.CreateTranscodingStream(input, source.Encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var path = new JsonPath(sink.Limits.MaxDepth);
        try
        {
            Read(utf8, source, path, sink);
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? FormattableString.Invariant($" in line {number + 1}") : "";
            // By the depth and not the message: readers run without the texts of exceptions.
            throw path.Depth == sink.Limits.MaxDepth
                ? new UnreadableException(DocumentFailureCode.TooLarge, $"This JSON file is nested deeper than {sink.Limits.MaxDepth} levels.")
                : new UnreadableException(DocumentFailureCode.Malformed, $"This file is not valid JSON: there is an error{line}.");
        }

        return new DocumentInfo { Format = DocumentFormat.Json, Charset = source.Charset };
    }

    private void Read(Stream utf8, TextSource source, JsonPath path, BlockSink sink)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = sink.Limits.MaxDepth, AllowMultipleValues = true });
        var (consumed, values, last) = (0, 0L, false);
        while (!last)
        {
            consumed = MakeRoom(consumed);
            // As much as there is room for: a token that is not complete is looked at again from its start, each time twice as far.
            var room = _buffer.AsSpan(_used);
            var count = utf8.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
            _used += count;
            last = count < room.Length;
            var reader = new Utf8JsonReader(_buffer.AsSpan(consumed, _used - consumed), last, state);
            var before = consumed;
            while (reader.Read())
            {
                path.Take(ref reader);
                EndBlock(before, consumed + (int)reader.TokenStartIndex, reader.TokenType, path, sink);
                before = consumed + (int)reader.BytesConsumed;
                values += reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) ? 1 : 0;
                RefuseSecondValueOfScalars(values, reader.TokenType, reader.CurrentDepth);
            }

            state = reader.CurrentState;
            consumed += (int)reader.BytesConsumed;
            source.ReportProgress();
        }

        if (values == 0)
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This JSON file holds no value.");
        }

        Emit(_buffer.AsSpan(_blockStart, _used - _blockStart).TrimEnd(" \t\r\n"u8), sink);
    }

    // JSON Lines holds objects or arrays; two bare scalars in a file are an error of JSON, not lines.
    private static void RefuseSecondValueOfScalars(long values, JsonTokenType type, int depth)
    {
        if (values > 1 && depth == 0 && type is not (JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This file is not valid JSON: there is more text after its value.");
        }
    }

    // Between two tokens: at a line's end if there is one, else before a name or a value of an array, so that a name and its value stay together.
    private void EndBlock(int before, int start, JsonTokenType next, JsonPath path, BlockSink sink)
    {
        var gap = _buffer.AsSpan(before, start - before);
        var lines = gap.Count((byte)'\n');
        _row += lines;
        var startsValue = !_afterName && next is not (JsonTokenType.EndArray or JsonTokenType.EndObject);
        _afterName = next == JsonTokenType.PropertyName;
        if (start - _blockStart < BlockBytes)
        {
            return;
        }

        if (lines > 0)
        {
            var lineEnd = before + gap.LastIndexOf((byte)'\n');
            StartBlock(lineEnd, lineEnd + 1, BlockJoin.Line, path, sink);
        }
        else if (startsValue && start - _blockStart >= 2 * BlockBytes)
        {
            StartBlock(start, start, BlockJoin.None, path, sink);
        }
    }

    private void StartBlock(int end, int start, BlockJoin join, JsonPath path, BlockSink sink)
    {
        Emit(_buffer.AsSpan(_blockStart, end - _blockStart), sink);
        (_blockStart, _blockRow, _join, _blockPath) = (start, _row, join, path.ToString());
    }

    // In pieces that a block can hold: a value may be as long as the file.
    private void Emit(ReadOnlySpan<byte> utf8, BlockSink sink)
    {
        var location = new Location { Row = _blockRow, Path = _blockPath };
        while (!utf8.IsEmpty)
        {
            var length = Math.Min(utf8.Length, Block.MaxCharacters);
            while (length < utf8.Length && length > 1 && (utf8[length] & 0xC0) == 0x80)
            {
                length--;
            }

            sink.AddPart(BlockKind.Code, Encoding.UTF8.GetString(utf8[..length]), _join, location);
            _join = BlockJoin.None;
            utf8 = utf8[length..];
        }
    }

    // Moves what is still needed to the front: the block being gathered, and in it the token that is not complete.
    private int MakeRoom(int consumed)
    {
        var kept = _used - _blockStart;
        var buffer = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_blockStart, kept).CopyTo(buffer);
        (_buffer, _used, consumed, _blockStart) = (buffer, kept, consumed - _blockStart, 0);
        return consumed;
    }
}
