namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>
/// Moves along the text of a content stream and puts its letters on the page. A letter's place is told in a plane that is turned so that the
/// text runs to the right, in whole degrees, and exactly upright where it nearly is: scans' text leans a little.
/// </summary>
internal sealed class TextCursor(PageCanvas canvas)
{
    private const double NearlyUpright = 3;

    private Matrix _line = Matrix.Identity;
    private Matrix _place = Matrix.Identity;

    // Of text that another text stands for: where it starts and ends.
    private PlacedLetter _replaced;
    private bool _isReplacing;

    public void Begin() => (_line, _place) = (Matrix.Identity, Matrix.Identity);

    public void Place(in Matrix place) => (_line, _place) = (place, place);

    public void MoveLine(double x, double y) => _line = _place = _line.After(x, y);

    public (Matrix Line, Matrix Place) Save() => (_line, _place);

    public void Restore((Matrix Line, Matrix Place) saved) => (_line, _place) = saved;

    /// <summary>Moves by a number of TJ, thousandths of the font's size.</summary>
    public void Adjust(double thousandths, in GraphicsState state)
    {
        var step = -thousandths / 1000 * state.FontSize;
        _place = state.Font?.IsVertical == true ? _place.After(0, step) : _place.After(step * state.HorizontalScale, 0);
    }

    public void Show(ReadOnlySpan<byte> text, in GraphicsState state, MarkedContent marks)
    {
        if (state.Font is not { } font)
        {
            return;
        }

        var map = _place.Then(state.Transformation);
        var isVertical = font.IsVertical;
        var scale = isVertical ? 1 : state.HorizontalScale;

        // Along the line, towards where text goes: down where it is vertical, and backwards where its size is negative.
        var forward = isVertical ? -1 : Math.Sign(state.FontSize * scale) is var sign && sign != 0 ? sign : 1;
        var (alongX, alongY) = isVertical ? (map.C, map.D) : (map.A, map.B);
        var unit = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        var (turn, cosine, sine) = Turn(alongX * forward, alongY * forward);
        var (x, y) = map.Map(0, state.Rise);
        var left = (x * cosine) + (y * sine);
        var baseline = (y * cosine) - (x * sine);
        var (acrossX, acrossY) = isVertical ? (map.A, map.B) : (map.C, map.D);
        var size = Math.Abs(state.FontSize) * font.Scale * Math.Sqrt((acrossX * acrossX) + (acrossY * acrossY));
        var letterScale = Math.Abs(state.FontSize * scale) * unit;

        var (isReplaced, isFurniture, isHidden) = (marks.ActualText is not null, marks.IsFurniture, marks.IsHidden);
        var moved = 0.0;
        while (!text.IsEmpty)
        {
            var code = font.ReadCode(text, out var length);
            var glyph = font.Glyph(code);
            var start = left + (moved * forward * unit);
            var width = glyph.Advance * letterScale;
            var letter = new PlacedLetter(glyph.Text, start, start + width, baseline, size, font.IsBold, turn, isFurniture);
            if (isHidden)
            {
                // Takes its place, and is not seen.
            }
            else if (isReplaced)
            {
                Replace(letter);
            }
            else if (IsOnPage(x, y, size, cosine, sine, start - left))
            {
                canvas.Add(letter);
            }

            var spacing = state.CharacterSpacing + (code == ' ' && length == 1 ? state.WordSpacing : 0);
            moved += isVertical
                ? -((glyph.Advance * state.FontSize) + spacing)
                : ((glyph.Advance * state.FontSize) + spacing) * scale;
            text = text[length..];
        }

        _place = isVertical ? _place.After(0, moved) : _place.After(moved, 0);
    }

    /// <summary>Puts the text that letters stood for in their place.</summary>
    public void EndReplacement(string? text, bool isFurniture)
    {
        if (text is not null && _isReplacing)
        {
            canvas.Add(_replaced with { Value = text, IsFurniture = isFurniture });
        }

        _isReplacing &= text is null;
    }

    private void Replace(in PlacedLetter letter)
    {
        _replaced = _isReplacing && _replaced.Turn == letter.Turn && Math.Abs(_replaced.Baseline - letter.Baseline) < 0.5 * letter.Size
            ? _replaced with { Left = Math.Min(_replaced.Left, letter.Left), Right = Math.Max(_replaced.Right, letter.Right) }
            : _isReplacing ? _replaced : letter;
        _isReplacing = true;
    }

    // Text beside the page is seen by nobody: marks of printers, layers pushed aside.
    private bool IsOnPage(double x, double y, double size, double cosine, double sine, double along)
    {
        var (atX, atY) = (x + (along * cosine), y + (along * sine));
        return atX >= -size && atY >= -size && atX <= canvas.Width + size && atY <= canvas.Height + size;
    }

    private static (int Turn, double Cosine, double Sine) Turn(double x, double y)
    {
        if (y == 0 && x > 0)
        {
            return (0, 1, 0);
        }

        var degrees = Math.Atan2(y, x) * 180 / Math.PI;
        var quarter = Math.Round(degrees / 90);
        if (Math.Abs(degrees - (quarter * 90)) <= NearlyUpright)
        {
            return (((int)quarter + 4) % 4) switch
            {
                0 => (0, 1, 0),
                1 => (90, 0, 1),
                2 => (180, -1, 0),
                _ => (270, 0, -1),
            };
        }

        var turn = (int)Math.Round(degrees);
        var (sine, cosine) = Math.SinCos(turn * Math.PI / 180);
        return ((turn + 360) % 360, cosine, sine);
    }
}
