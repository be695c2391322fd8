using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>A number format: what a cell shows for its value. For one thread at a time.</summary>
internal sealed class NumberFormat
{
    private const int MaxCode = 1024;

    private readonly FormatSection[] _sections;
    private readonly FormatSection? _ofText;
    private readonly StringBuilder _output = new();

    private NumberFormat(FormatSection[] sections)
    {
        // A last section with "@" is for texts, even where it is not the fourth.
        _ofText = sections.Length > 3 ? sections[3] : sections is [.., { HasText: true } last] ? last : null;
        _sections = _ofText is null ? sections : sections.Length == 1 ? [] : sections[..^1];
        IsGeneral = _sections.Length == 0;
    }

    /// <summary>Numbers as they are.</summary>
    public static NumberFormat General { get; } = new([]);

    /// <summary>Whether numbers are shown without a format.</summary>
    public bool IsGeneral { get; }

    /// <summary>Whether texts are shown as they are.</summary>
    public bool IsPlainText => _ofText is null;

    /// <summary>Whether numbers are shown as dates or times.</summary>
    public bool IsDate => _sections.Length > 0 && _sections[0].IsDate;

    public static NumberFormat Parse(string code)
    {
        if (code.Length is 0 or > MaxCode || code.Equals("General", StringComparison.OrdinalIgnoreCase) || code == "@")
        {
            return General;
        }

        return new NumberFormat([.. Split(code).Take(4).Select(FormatSection.Parse)]);
    }

    /// <summary>What a cell shows for a number.</summary>
    public string Format(double value, bool since1904)
    {
        if (IsGeneral)
        {
            return GeneralNumber.Format(value);
        }

        var (section, showsSign) = SectionFor(value);
        _output.Clear();
        if (section is null || (value < 0 && section.IsDate && !since1904 && !section.IsDuration) || !section.Append(_output, Math.Abs(value), since1904))
        {
            return GeneralNumber.Format(value);
        }

        if (showsSign && value < 0)
        {
            var start = 0;
            while (start < _output.Length && _output[start] == ' ')
            {
                start++;
            }

            _output.Insert(start, '-');
        }

        return _output.ToString();
    }

    /// <summary>What a cell shows for a text.</summary>
    public string FormatText(string text)
    {
        if (_ofText is null)
        {
            return text;
        }

        _output.Clear();
        _ofText.AppendText(_output, text);
        return _output.ToString();
    }

    private (FormatSection? Section, bool ShowsSign) SectionFor(double value)
    {
        var first = _sections[0];
        if (_sections.Length == 1)
        {
            return first.Condition is { } only && !only.Holds(value) ? (null, false) : (first, first.Condition is not { IsOfNegatives: true });
        }

        var second = _sections[1];
        if (first.Condition is null && second.Condition is null)
        {
            return value > 0 || (value == 0 && _sections.Length == 2) || !double.IsFinite(value) ? (first, false)
                : value < 0 ? (second, false)
                : (_sections[2], false);
        }

        // Excel's own conditions where none stand: the first is for positive numbers, the second for negative ones.
        var ofFirst = first.Condition ?? new FormatCondition(_sections.Length == 2 ? ">=" : ">", 0);
        if (ofFirst.Holds(value))
        {
            return (first, !ofFirst.IsOfNegatives);
        }

        if (_sections.Length == 2 && second.Condition is null)
        {
            return (second, !ofFirst.LeavesNegatives);
        }

        var ofSecond = second.Condition ?? new FormatCondition("<", 0);
        return ofSecond.Holds(value) ? (second, !(ofSecond.IsOfNegatives || ofFirst.LeavesNegatives))
            : _sections.Length > 2 ? (_sections[2], true)
            : (null, true);
    }

    // At semicolons outside of quotes, brackets and escapes.
    private static List<string> Split(string code)
    {
        var sections = new List<string>();
        var (start, index) = (0, 0);
        for (; index < code.Length; index++)
        {
            switch (code[index])
            {
                case '"':
                    index = code.IndexOf('"', index + 1) is var quote and > 0 ? quote : code.Length;
                    break;
                case '[':
                    index = code.IndexOf(']', index) is var close and > 0 ? close : index;
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case ';':
                    sections.Add(code[start..index]);
                    start = index + 1;
                    break;
                default:
                    break;
            }
        }

        sections.Add(code[Math.Min(start, code.Length)..]);
        return sections;
    }
}
