using System.Buffers;
using System.Text;
using System.Text.Json;
using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Json;

/// <summary>
/// Reads JSON and JSON Lines: checked strictly (RFC 8259) in one pass over the bytes, then kept as it is. The blocks are runs of whole
/// lines, not fenced: what is asked for are the names and values, and a fence cut into passages would open in one and close in another.
/// </summary>
internal sealed class JsonParser : IFormatParser
{
    private const int BufferBytes = 64 * 1024;

    // Lines are gathered into blocks of about this many UTF-16 units: small enough to cite, large enough to hold a record.
    private const int BlockCharacters = 2000;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using (var check = new TextSource(input, sink, pass: 0, passes: 2))
        {
            Check(check, input, sink);
        }

        using var source = new TextSource(input, sink, pass: 1, passes: 2);
        Copy(source, sink);
        return new DocumentInfo { Format = DocumentFormat.Json, Charset = source.Charset };
    }

    private static void Check(TextSource source, Stream input, BlockSink sink)
    {
        var encoding = source.Encoding;
        // Bytes in another charset than UTF-8 are checked as the UTF-8 that they are read as.
        var utf8 = encoding is UTF8Encoding ? input : Encoding.CreateTranscodingStream(input, encoding, new UTF8Encoding(false, true), leaveOpen: true);
        var options = new JsonReaderOptions { MaxDepth = sink.Limits.MaxDepth, AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Disallow };
        var state = new JsonReaderState(options);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var (kept, values, last) = (0, 0L, false);
            while (!last)
            {
                if (kept == buffer.Length)
                {
                    buffer = Grow(buffer, kept);
                }

                var count = utf8.Read(buffer, kept, buffer.Length - kept);
                source.ReportProgress();
                last = count == 0;
                var reader = new Utf8JsonReader(buffer.AsSpan(0, kept + count), last, state);
                while (reader.Read())
                {
                    values += reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) ? 1 : 0;
                    RefuseSecondValueOfScalars(values, reader.TokenType, reader.CurrentDepth);
                }

                state = reader.CurrentState;
                kept = kept + count - (int)reader.BytesConsumed;
                buffer.AsSpan((int)reader.BytesConsumed, kept).CopyTo(buffer);
            }

            if (values == 0)
            {
                throw new UnreadableException(DocumentFailureCode.Malformed, "This JSON file holds no value.");
            }
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? FormattableString.Invariant($" in line {number + 1}") : "";
            throw exception.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
                ? new UnreadableException(DocumentFailureCode.TooLarge, $"This JSON file is nested deeper than {sink.Limits.MaxDepth} levels.")
                : new UnreadableException(DocumentFailureCode.Malformed, $"This file is not valid JSON: there is an error{line}.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // JSON Lines holds objects or arrays; two bare scalars in a file are an error of JSON, not lines.
    private static void RefuseSecondValueOfScalars(long values, JsonTokenType type, int depth)
    {
        if (values > 1 && depth == 0 && type is not (JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This file is not valid JSON: there is more text after its value.");
        }
    }

    private static byte[] Grow(byte[] buffer, int kept)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, kept).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static void Copy(TextSource source, BlockSink sink)
    {
        var lines = new StringBuilder();
        var join = BlockJoin.Paragraph;
        var row = 1;
        var firstRow = 1;
        var buffer = new char[16 * 1024];
        int count;
        while ((count = source.Reader.Read(buffer)) > 0)
        {
            foreach (var unit in buffer.AsSpan(0, count))
            {
                var isLineEnd = unit == '\n';
                row += isLineEnd ? 1 : 0;
                if (isLineEnd && lines.Length >= BlockCharacters)
                {
                    Emit(BlockJoin.Line);
                }
                else if (unit != '\uFEFF')
                {
                    lines.Append(unit);
                    if (lines.Length >= Block.MaxCharacters && !char.IsHighSurrogate(unit))
                    {
                        Emit(BlockJoin.None);
                    }
                }
            }

            source.ReportProgress();
        }

        while (lines.Length > 0 && char.IsWhiteSpace(lines[^1]))
        {
            lines.Length--;
        }

        Emit(BlockJoin.None);

        void Emit(BlockJoin nextJoin)
        {
            if (lines.Length > 0)
            {
                sink.AddPart(BlockKind.Code, lines.ToString(), join, new Location { Row = firstRow });
                join = nextJoin;
            }

            lines.Clear();
            firstRow = row;
        }
    }
}
