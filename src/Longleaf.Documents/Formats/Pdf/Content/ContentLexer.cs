namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>Reads a content stream operator by operator (ISO 32000-1, 7.2 and 7.8). Never fails: what is no PDF is passed over.</summary>
internal ref struct ContentLexer(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    /// <summary>The operator read last.</summary>
    public ReadOnlySpan<byte> LastOperator { get; private set; }

    /// <summary>Reads up to the next operator.</summary>
    /// <param name="operands">Takes what stands before it.</param>
    /// <param name="code">Its bytes, the first the lowest; 0 if it has more than three.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(Operands operands, out int code)
    {
        operands.Clear();
        while (_at < _data.Length)
        {
            var unit = _data[_at];
            switch (unit)
            {
                case <= (byte)' ':
                    _at++;
                    break;
                case >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'.' or (byte)'+':
                    operands.Add(Number());
                    break;
                case (byte)'(':
                    Literal(operands);
                    break;
                case (byte)'/':
                    Name(operands);
                    break;
                case (byte)'[':
                    _at++;
                    operands.Add(OperandKind.ArrayStart);
                    break;
                case (byte)']':
                    _at++;
                    operands.Add(OperandKind.ArrayEnd);
                    break;
                case (byte)'<':
                    if (_at + 1 < _data.Length && _data[_at + 1] == '<')
                    {
                        _at += 2;
                        operands.Add(OperandKind.DictionaryStart);
                    }
                    else
                    {
                        Hexadecimal(operands);
                    }

                    break;
                case (byte)'>':
                    _at += _at + 1 < _data.Length && _data[_at + 1] == '>' ? 2 : 1;
                    operands.Add(OperandKind.DictionaryEnd);
                    break;
                case (byte)'%':
                    Comment();
                    break;
                case (byte)'{' or (byte)'}' or (byte)')':
                    _at++;
                    break;
                default:
                    if (Operator(out code))
                    {
                        return true;
                    }

                    operands.Add(OperandKind.Other);
                    break;
            }
        }

        code = 0;
        return false;
    }

    /// <summary>Passes over the data of an inline image: up to EI that stands alone.</summary>
    public void SkipInlineImage()
    {
        var from = Math.Min(_at + 1, _data.Length);
        while (from < _data.Length)
        {
            var found = _data[from..].IndexOf("EI"u8);
            if (found < 0)
            {
                _at = _data.Length;
                return;
            }

            var at = from + found;
            if (at > 0 && IsBlank(_data[at - 1]) && (at + 2 >= _data.Length || (IsBlank(_data[at + 2]) && IsTextAfter(at + 2))))
            {
                _at = Math.Min(at + 2, _data.Length);
                return;
            }

            from = at + 2;
        }

        _at = _data.Length;
    }

    // Bytes of an image may read "EI" too; content goes on as text.
    private readonly bool IsTextAfter(int at)
    {
        foreach (var unit in _data[at..Math.Min(at + 12, _data.Length)])
        {
            if (unit is > 126 || (unit < ' ' && !IsBlank(unit)))
            {
                return false;
            }
        }

        return true;
    }

    private double Number()
    {
        var isNegative = false;
        while (_at < _data.Length && _data[_at] is (byte)'-' or (byte)'+')
        {
            isNegative |= _data[_at] == '-';
            _at++;
        }

        var (value, scale) = (0.0, 0.0);
        while (_at < _data.Length)
        {
            var unit = _data[_at];
            if (unit is >= (byte)'0' and <= (byte)'9')
            {
                if (scale == 0)
                {
                    value = (value * 10) + (unit - '0');
                }
                else
                {
                    value += (unit - '0') * scale;
                    scale *= 0.1;
                }
            }
            else if (unit == '.' && scale == 0)
            {
                scale = 0.1;
            }
            else if (unit != '-')
            {
                break;
            }

            _at++;
        }

        return isNegative ? -value : value;
    }

    private void Literal(Operands operands)
    {
        var start = operands.BeginBytes();
        var depth = 1;
        _at++;
        while (_at < _data.Length)
        {
            var plain = _data[_at..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (plain < 0)
            {
                plain = _data.Length - _at;
            }

            operands.AddBytes(_data.Slice(_at, plain));
            _at += plain;
            if (_at == _data.Length)
            {
                break;
            }

            var unit = _data[_at++];
            if (unit == '\\')
            {
                Escape(operands);
                continue;
            }

            depth += unit == '(' ? 1 : -1;
            if (depth == 0)
            {
                break;
            }

            operands.AddByte(unit);
        }

        operands.EndBytes(OperandKind.Text, start);
    }

    private void Escape(Operands operands)
    {
        if (_at == _data.Length)
        {
            return;
        }

        var unit = _data[_at++];
        switch (unit)
        {
            case (byte)'n':
                operands.AddByte((byte)'\n');
                break;
            case (byte)'r':
                operands.AddByte((byte)'\r');
                break;
            case (byte)'t':
                operands.AddByte((byte)'\t');
                break;
            case (byte)'b':
                operands.AddByte((byte)'\b');
                break;
            case (byte)'f':
                operands.AddByte((byte)'\f');
                break;
            case (byte)'\r':
                _at += _at < _data.Length && _data[_at] == '\n' ? 1 : 0;
                break;
            case (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = unit - '0';
                for (var digits = 1; digits < 3 && _at < _data.Length && _data[_at] is >= (byte)'0' and <= (byte)'7'; digits++)
                {
                    value = (value * 8) + (_data[_at++] - '0');
                }

                operands.AddByte((byte)value);
                break;
            default:
                operands.AddByte(unit);
                break;
        }
    }

    private void Hexadecimal(Operands operands)
    {
        var start = operands.BeginBytes();
        var (high, isHalf) = (0, false);
        _at++;
        while (_at < _data.Length && _data[_at] != '>')
        {
            var digit = HexDigit(_data[_at++]);
            if (digit < 0)
            {
                continue;
            }

            if (isHalf)
            {
                operands.AddByte((byte)((high << 4) | digit));
            }

            (high, isHalf) = (digit, !isHalf);
        }

        _at++;
        if (isHalf)
        {
            operands.AddByte((byte)(high << 4));
        }

        operands.EndBytes(OperandKind.Text, start);
    }

    private void Name(Operands operands)
    {
        var start = operands.BeginBytes();
        _at++;
        while (_at < _data.Length && IsRegular(_data[_at]))
        {
            var unit = _data[_at++];
            if (unit == '#' && _at + 1 < _data.Length && HexDigit(_data[_at]) is >= 0 and var high && HexDigit(_data[_at + 1]) is >= 0 and var low)
            {
                unit = (byte)((high << 4) | low);
                _at += 2;
            }

            operands.AddByte(unit);
        }

        operands.EndBytes(OperandKind.Name, start);
    }

    private void Comment()
    {
        while (_at < _data.Length && _data[_at] is not ((byte)'\n' or (byte)'\r'))
        {
            _at++;
        }
    }

    private bool Operator(out int code)
    {
        var start = _at++;
        while (_at < _data.Length && IsRegular(_data[_at]))
        {
            _at++;
        }

        var word = _data[start.._at];
        LastOperator = word;
        code = word.Length switch
        {
            1 => word[0],
            2 => word[0] | (word[1] << 8),
            3 => word[0] | (word[1] << 8) | (word[2] << 16),
            _ => 0,
        };
        return !(word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8));
    }

    private static int HexDigit(byte unit) => unit switch
    {
        >= (byte)'0' and <= (byte)'9' => unit - '0',
        >= (byte)'a' and <= (byte)'f' => unit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => unit - 'A' + 10,
        _ => -1,
    };

    private static bool IsBlank(byte unit) => unit is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static bool IsRegular(byte unit) => unit > ' '
        && unit is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
