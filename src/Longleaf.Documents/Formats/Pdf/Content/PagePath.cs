using Longleaf.Documents.Formats.Pdf.Tables;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>
/// Follows the path of a content stream for what may be a rule of a table: upright lines and rectangles, in the page's plane. Everything else
/// is only passed over.
/// </summary>
/// <param name="rules">Takes what is painted.</param>
internal sealed class PagePath(PageRules rules)
{
    // One path may draw all lines of a large table; past it, a drawing.
    private const int MostLines = 8192;

    // A filled box thinner than this is a line.
    private const double Thin = 4;

    private const double Straight = 0.75;

    private readonly List<(double X, double Y, double EndX, double EndY)> _lines = [];
    private readonly List<(double Left, double Bottom, double Right, double Top)> _boxes = [];
    private (double X, double Y) _start;
    private (double X, double Y) _at;
    private bool _isOdd;

    public void Move(double x, double y, in Matrix map)
    {
        if (!rules.IsDrawing)
        {
            _start = _at = map.Map(x, y);
        }
    }

    public void Line(double x, double y, in Matrix map)
    {
        if (!rules.IsDrawing)
        {
            LineTo(map.Map(x, y));
        }
    }

    /// <summary>Goes along a curve, which is no rule.</summary>
    public void Curve(double x, double y, in Matrix map)
    {
        _at = map.Map(x, y);
        _isOdd = true;
    }

    public void Close()
    {
        if (!rules.IsDrawing && _at != _start)
        {
            LineTo(_start);
        }
    }

    public void Rectangle(double x, double y, double width, double height, in Matrix map)
    {
        if (rules.IsDrawing || _boxes.Count >= MostLines)
        {
            return;
        }

        var (one, other, corner) = (map.Map(x, y), map.Map(x + width, y + height), map.Map(x + width, y));
        if (Math.Min(Math.Abs(corner.X - one.X), Math.Abs(corner.Y - one.Y)) <= Straight)
        {
            _boxes.Add((Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Max(one.X, other.X), Math.Max(one.Y, other.Y)));
        }
    }

    /// <summary>Ends the path.</summary>
    /// <param name="isStroked">Whether its lines are drawn.</param>
    /// <param name="isFilled">Whether its inside is.</param>
    public void Paint(bool isStroked, bool isFilled)
    {
        if (isStroked || isFilled)
        {
            foreach (var (left, bottom, right, top) in _boxes)
            {
                AddBox(left, bottom, right, top);
            }

            AddLines(isStroked);
        }

        _lines.Clear();
        _boxes.Clear();
        _isOdd = false;
    }

    private void LineTo((double X, double Y) end)
    {
        if (_lines.Count >= MostLines || Math.Min(Math.Abs(end.X - _at.X), Math.Abs(end.Y - _at.Y)) > Straight)
        {
            _isOdd = true;
        }
        else
        {
            _lines.Add((_at.X, _at.Y, end.X, end.Y));
        }

        _at = end;
    }

    private void AddLines(bool isStroked)
    {
        if (isStroked)
        {
            foreach (var (x, y, endX, endY) in _lines)
            {
                AddLine(x, y, endX, endY);
            }
        }
        else if (!_isOdd && _lines.Count is 3 or 4)
        {
            // The same as a rectangle.
            AddBox(
                _lines.Min(line => Math.Min(line.X, line.EndX)), _lines.Min(line => Math.Min(line.Y, line.EndY)),
                _lines.Max(line => Math.Max(line.X, line.EndX)), _lines.Max(line => Math.Max(line.Y, line.EndY)));
        }
    }

    private void AddBox(double left, double bottom, double right, double top)
    {
        if (top - bottom <= Thin || right - left <= Thin)
        {
            var (x, y) = ((left + right) / 2, (bottom + top) / 2);
            if (right - left >= top - bottom)
            {
                AddLine(left, y, right, y);
            }
            else
            {
                AddLine(x, bottom, x, top);
            }

            return;
        }

        AddLine(left, bottom, right, bottom);
        AddLine(left, top, right, top);
        AddLine(left, bottom, left, top);
        AddLine(right, bottom, right, top);
    }

    private void AddLine(double x, double y, double endX, double endY)
    {
        if (Math.Abs(endX - x) >= Math.Abs(endY - y))
        {
            rules.AddAcross((y + endY) / 2, Math.Min(x, endX), Math.Max(x, endX));
        }
        else
        {
            rules.AddDown((x + endX) / 2, Math.Min(y, endY), Math.Max(y, endY));
        }
    }
}
