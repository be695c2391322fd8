using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Longleaf.Documents.Formats.Json;

/// <summary>Where in a JSON document a reader stands, as a path such as <c>$.store.book[3].title</c> (RFC 9535; a line of JSON Lines starts anew at <c>$</c>).</summary>
/// <param name="maxDepth">How deep values nest.</param>
internal sealed class JsonPath(int maxDepth)
{
    // Paths are labels for people: a name is told by its start, a path by its first steps.
    private const int MaxNameBytes = 100;
    private const int MaxLength = 300;

    private static readonly SearchValues<char> PlainName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly Step[] _steps = new Step[maxDepth + 1];
    private int _depth;

    /// <summary>How deep the value is in which the reader stands.</summary>
    public int Depth => _depth;

    /// <summary>Takes the token that a reader has read.</summary>
    public void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _steps[_depth - 1].SetName(reader.ValueSpan);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                break;
            default:
                if (_depth > 0 && _steps[_depth - 1].IsArray)
                {
                    _steps[_depth - 1].Index++;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    _steps[_depth].IsArray = reader.TokenType == JsonTokenType.StartArray;
                    (_steps[_depth].Index, _steps[_depth].NameBytes) = (-1, -1);
                    _depth++;
                }

                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var path = new StringBuilder("$");
        for (var depth = 0; depth < _depth && path.Length < MaxLength; depth++)
        {
            ref var step = ref _steps[depth];
            if (step.IsArray && step.Index >= 0)
            {
                path.Append('[').Append(step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (!step.IsArray && step.NameBytes >= 0)
            {
                AppendName(path, step.Name);
            }
        }

        return path.Length < MaxLength ? path.ToString() : path.Append('…').ToString();
    }

    private static void AppendName(StringBuilder path, ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        if (text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAnyExcept(PlainName))
        {
            path.Append('.').Append(text);
        }
        else
        {
            path.Append("['").Append(text.Replace("'", @"\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private struct Step
    {
        private byte[]? _name;

        public bool IsArray;
        public int Index;
        public int NameBytes;

        public readonly ReadOnlySpan<byte> Name => _name.AsSpan(0, NameBytes);

        // As it is written, escapes included; cut between code points.
        public void SetName(ReadOnlySpan<byte> name)
        {
            _name ??= new byte[MaxNameBytes];
            NameBytes = Math.Min(name.Length, MaxNameBytes);
            while (NameBytes < name.Length && NameBytes > 0 && (name[NameBytes] & 0xC0) == 0x80)
            {
                NameBytes--;
            }

            name[..NameBytes].CopyTo(_name);
        }
    }
}
