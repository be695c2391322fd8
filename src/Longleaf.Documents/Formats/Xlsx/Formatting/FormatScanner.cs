using System.Globalization;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Takes one section of a number format (ECMA-376, 18.8.31) apart.</summary>
internal sealed class FormatScanner(string code)
{
    private const string AmPm = "AM/PM";

    private readonly List<FormatToken> _tokens = [];
    private int _at;

    public IReadOnlyList<FormatToken> Tokens => _tokens;

    public FormatCondition? Condition { get; private set; }

    /// <summary>The language that names of months and days are in (a Windows language id); 0 for the user's own.</summary>
    public int Language { get; private set; }

    public void Scan()
    {
        while (_at < code.Length)
        {
            ScanOne(code[_at]);
        }
    }

    private void ScanOne(char unit)
    {
        switch (unit)
        {
            case '"':
                var end = code.IndexOf('"', _at + 1);
                Literal(code[(_at + 1)..(end < 0 ? code.Length : end)], end < 0 ? code.Length : end + 1);
                break;
            case '\\' or '!' when _at + 1 < code.Length:
                Literal(code[_at + 1].ToString(), _at + 2);
                break;
            // A blank as wide as the next character; the next character as often as the cell is wide.
            case '_':
                Literal(" ", _at + 2);
                break;
            case '*':
                _at += 2;
                break;
            case '[' when code.IndexOf(']', _at) is var close and > 0:
                ScanBracket(code[(_at + 1)..close]);
                _at = close + 1;
                break;
            case '0' or '#' or '?':
                Add(FormatTokenKind.Digit, unit.ToString(), 1);
                break;
            case '.':
                ScanPoint();
                break;
            case ',':
                Add(FormatTokenKind.Comma, ",", 1);
                break;
            case '%':
                Add(FormatTokenKind.Percent, "%", 1);
                break;
            case '@':
                Add(FormatTokenKind.Text, "@", 1);
                break;
            case '/':
                ScanSlash();
                break;
            default:
                ScanLetter(unit);
                break;
        }
    }

    private void ScanLetter(char unit)
    {
        var rest = code.AsSpan(_at);
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase))
        {
            Add(FormatTokenKind.General, "", 7);
        }
        else if (rest.StartsWith(AmPm, StringComparison.OrdinalIgnoreCase))
        {
            Add(FormatTokenKind.HalfDay, AmPm, AmPm.Length);
        }
        else if (rest.StartsWith("A/P", StringComparison.OrdinalIgnoreCase))
        {
            Add(FormatTokenKind.HalfDay, code.Substring(_at, 3), 3);
        }
        else if (rest.StartsWith("上午/下午"))
        {
            Add(FormatTokenKind.HalfDay, "上午/下午", 5);
        }
        else if (unit is 'E' or 'e' && rest.Length > 1 && rest[1] is '+' or '-' && _tokens.Any(token => token.Kind == FormatTokenKind.Digit))
        {
            Add(FormatTokenKind.Exponent, rest[1].ToString(), 2);
        }
        else if (char.ToLowerInvariant(unit) is var letter and ('y' or 'm' or 'd' or 'h' or 's' or 'e' or 'g' or 'b' or 'a')
            && Run(letter) is var length && (letter != 'a' || length >= 3))
        {
            Add(FormatTokenKind.Date, new string(letter, length), length);
        }
        else
        {
            Literal(unit.ToString(), _at + 1);
        }
    }

    private int Run(char letter)
    {
        var end = _at;
        while (end < code.Length && char.ToLowerInvariant(code[end]) == letter)
        {
            end++;
        }

        return end - _at;
    }

    // "ss.000" is seconds with their fraction; any other point is a decimal one.
    private void ScanPoint()
    {
        var zeros = code.AsSpan(_at + 1).IndexOfAnyExcept('0');
        zeros = zeros < 0 ? code.Length - _at - 1 : zeros;
        var last = _tokens.FindLast(token => token.Kind != FormatTokenKind.Literal);
        if (zeros > 0 && last is { Kind: FormatTokenKind.Date or FormatTokenKind.Elapsed, Text: ['s', ..] })
        {
            Add(FormatTokenKind.SecondFraction, new string('0', Math.Min(zeros, 3)), zeros + 1);
        }
        else
        {
            Add(FormatTokenKind.Point, ".", 1);
        }
    }

    private void ScanSlash()
    {
        var isFraction = _tokens.Count > 0 && _tokens[^1].Kind == FormatTokenKind.Digit;
        Add(FormatTokenKind.Slash, "/", 1);
        var rest = code.AsSpan(_at);
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? rest.Length : digits;
        if (isFraction && digits is > 0 and < 8 && rest[0] != '0')
        {
            Add(FormatTokenKind.Denominator, rest[..digits].ToString(), digits);
        }
    }

    // A colour, a condition, elapsed time, or a currency with its language: [Red], [>100], [h], [$€-407].
    private void ScanBracket(string content)
    {
        if (content.StartsWith('$'))
        {
            var dash = content.LastIndexOf('-');
            if (dash > 0 && int.TryParse(content.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var language))
            {
                Language = language & 0xFFFF;
            }

            _tokens.Add(new FormatToken(FormatTokenKind.Literal, content[1..(dash < 0 ? content.Length : dash)]));
        }
        else if (FormatCondition.Parse(content) is { } condition)
        {
            Condition = condition;
        }
        else if (content.Length > 0 && char.ToLowerInvariant(content[0]) is 'h' or 'm' or 's' && content.All(unit => char.ToLowerInvariant(unit) == char.ToLowerInvariant(content[0])))
        {
            _tokens.Add(new FormatToken(FormatTokenKind.Elapsed, content.ToLowerInvariant()));
        }
    }

    private void Literal(string text, int end)
    {
        _tokens.Add(new FormatToken(FormatTokenKind.Literal, text));
        _at = end;
    }

    private void Add(FormatTokenKind kind, string text, int length)
    {
        _tokens.Add(new FormatToken(kind, text));
        _at += length;
    }
}
