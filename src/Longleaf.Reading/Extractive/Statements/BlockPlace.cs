using System.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>A block's text, or a part of it, with its place: makes statements of stretches of it.</summary>
internal sealed class BlockPlace(int document, int block, long byteStart, string text)
{
    // Statements are added in order: bytes are counted on from the last.
    private int _countedTo;
    private long _countedBytes = byteStart;

    /// <summary>The block's position in its document.</summary>
    public int Block => block;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Adds a statement of a stretch of the text.</summary>
    public void Add(List<Statement> statements, StatementKind kind, int start, int end, bool isListItem = false)
    {
        var content = text[start..end];
        if (!string.IsNullOrWhiteSpace(content))
        {
            statements.Add(Make(kind, start, content) with { IsListItem = isListItem });
        }
    }

    /// <summary>Adds a key-value line.</summary>
    public void AddKeyValue(List<Statement> statements, int start, int length, (Range Key, Range Value) pair, bool isListItem) =>
        statements.Add(Make(StatementKind.KeyValue, start, text.Substring(start, length)) with { Key = pair.Key, Value = pair.Value, IsListItem = isListItem });

    /// <summary>Adds a row.</summary>
    public void AddRow(List<Statement> statements, Range line, IReadOnlyList<Range> cells, IReadOnlyList<string> headers) =>
        statements.Add(Make(StatementKind.TableRow, line.Start.Value, text[line]) with { Key = cells[0], Cells = cells, Headers = headers });

    private Statement Make(StatementKind kind, int start, string content)
    {
        _countedBytes += Encoding.UTF8.GetByteCount(text.AsSpan(_countedTo, start - _countedTo));
        _countedTo = start;
        return new Statement { Document = document, Block = block, Kind = kind, Text = content, ByteStart = _countedBytes };
    }
}
