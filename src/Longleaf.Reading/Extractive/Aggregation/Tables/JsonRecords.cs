using System.Text.Json;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Reads arrays of objects, and lines of objects, as tables: their names are columns, of objects within them by their paths.</summary>
internal static class JsonRecords
{
    // JSON beyond it is not computed over: its objects are held while it is.
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int MaxRecords = 200_000;
    private const int MaxColumns = 64;
    private const int MaxDepth = 64;
    private const int CancelEvery = 1024;

    /// <summary>The tables of a document; none where its text is not one JSON value or JSON lines.</summary>
    public static IEnumerable<(IReadOnlyList<string> Headers, TablePart Part)> Find(ReadableDocument document, int position, CancellationToken cancellationToken)
    {
        if (document.Text.Bytes > MaxBytes)
        {
            return [];
        }

        try
        {
            var scan = new Scan(position, cancellationToken);
            scan.Read(document.Text.Slice(0, (int)document.Text.Bytes));

            // A count of some of the records is none of all.
            return scan.IsCut ? [] : scan.Tables();
        }
        catch (JsonException)
        {
            // A file that was read as JSON is none any more only where its text was cut: then nothing is computed of it.
            return [];
        }
    }

    private sealed class Gathered(string name)
    {
        public string Name { get; } = name;

        public List<string> Columns { get; } = [];

        public Dictionary<string, int> ColumnNumbers { get; } = new(StringComparer.Ordinal);

        public List<TableRow> Rows { get; } = [];
    }

    private sealed class Open(Gathered table, long start, int depth)
    {
        public Gathered Table { get; } = table;

        public long Start { get; } = start;

        public int Depth { get; } = depth;

        public List<string> Cells { get; } = [];
    }

    private sealed class Scan(int position, CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, Gathered> _tables = new(StringComparer.Ordinal);

        // The names on the way to the value; an array has an empty one.
        private readonly List<string> _path = [];
        private readonly Stack<Open> _records = new();
        private int _left = MaxRecords;

        public bool IsCut => _left < 0;

        public void Read(ReadOnlySpan<byte> utf8)
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MaxDepth });
            var (name, count) = ("", 0);
            while (reader.Read())
            {
                if (++count % CancelEvery == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString()!;
                        break;
                    case JsonTokenType.StartObject:
                        Begin(name, reader.TokenStartIndex, reader.CurrentDepth);
                        name = "";
                        break;
                    case JsonTokenType.StartArray:
                        _path.Add(name.Length > 0 ? name + "[]" : "[]");
                        name = "";
                        break;
                    case JsonTokenType.EndObject:
                        End(reader.BytesConsumed, reader.CurrentDepth);
                        break;
                    case JsonTokenType.EndArray:
                        _path.RemoveAt(_path.Count - 1);
                        break;
                    default:
                        Add(name, ref reader);
                        name = "";
                        break;
                }
            }
        }

        public IEnumerable<(IReadOnlyList<string> Headers, TablePart Part)> Tables()
        {
            foreach (var table in _tables.Values.Where(table => table.Rows.Count > 1 && table.Columns.Count > 0))
            {
                yield return (table.Columns, new JsonPart(position, table.Rows) { Title = table.Name.Replace("[]", " ", StringComparison.Ordinal).Replace('.', ' ').Trim() });
            }
        }

        // A record is an object in an array, or one on the outermost level.
        private void Begin(string name, long start, int depth)
        {
            var isRecord = (depth == 0 || (name.Length == 0 && _path is [.., var array] && array.EndsWith("[]", StringComparison.Ordinal)));
            if (isRecord && --_left >= 0)
            {
                var path = string.Join('.', _path);
                if (!_tables.TryGetValue(path, out var table))
                {
                    _tables[path] = table = new Gathered(path);
                }

                _records.Push(new Open(table, start, depth));
            }

            _path.Add(name);
        }

        private void End(long end, int depth)
        {
            _path.RemoveAt(_path.Count - 1);
            if (_records.TryPeek(out var record) && record.Depth == depth)
            {
                _records.Pop();
                record.Table.Rows.Add(new TableRow(position, record.Start, (int)(end - record.Start), [.. record.Cells]));
            }
        }

        private void Add(string name, ref Utf8JsonReader reader)
        {
            if (!_records.TryPeek(out var record) || name.Length == 0 || reader.TokenType == JsonTokenType.Null)
            {
                return;
            }

            // "customer.city" of an object within the record.
            var names = _path.Skip(_path.Count - (reader.CurrentDepth - record.Depth - 1)).Append(name).ToArray();
            if (names.Any(step => step.EndsWith("[]", StringComparison.Ordinal)))
            {
                return;
            }

            var column = string.Join('.', names);
            if (!record.Table.ColumnNumbers.TryGetValue(column, out var number))
            {
                if (record.Table.Columns.Count == MaxColumns)
                {
                    return;
                }

                record.Table.ColumnNumbers[column] = number = record.Table.Columns.Count;
                record.Table.Columns.Add(column);
            }

            while (record.Cells.Count <= number)
            {
                record.Cells.Add("");
            }

            record.Cells[number] = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!.Trim(),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            };
        }
    }
}
