using Longleaf.Documents.Formats.Pdf.Annotations;
using Longleaf.Documents.Formats.Pdf.Fonts;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>Runs the content of a page for its text: operators of text, state, marks and forms; of the rest only what tells a scan and what may be rules of tables.</summary>
/// <param name="objects">The document's objects.</param>
/// <param name="fonts">Its fonts.</param>
/// <param name="operands">Room for operands.</param>
/// <param name="canvas">Takes what is drawn.</param>
/// <param name="hidden">What is not shown.</param>
internal sealed class ContentInterpreter(PdfObjects objects, FontStore fonts, Operands operands, PageCanvas canvas, HiddenContent? hidden)
{
    private const int MostDepth = 24;
    private const int MostForms = 10_000;
    private const int MostStates = 256;

    private readonly TextCursor _text = new(canvas);
    private readonly MarkedContent _marks = new();
    private readonly PagePath _path = new(canvas.Rules);
    private readonly GraphicsState[] _states = new GraphicsState[MostStates];
    private GraphicsState _state;
    private Resources? _resources;
    private int _saved;
    private int _depth;
    private int _forms;
    private long _bytes;
    private string? _fontName;
    private Resources? _fontResources;
    private PdfFont? _font;

    /// <summary>Runs a page's content.</summary>
    public void Run(ReadOnlySpan<byte> content, Resources resources, in Matrix transformation)
    {
        _state = GraphicsState.Initial(transformation);
        RunStream(content, resources);
    }

    /// <summary>Draws an appearance where its annotation stands (ISO 32000-1, 12.5.5): its box, as its matrix has it, fills the place.</summary>
    public void RunAppearance(StreamToken form, Box place)
    {
        var matrix = objects.Numbers(form.StreamDictionary, "Matrix") is [var a, var b, var c, var d, var e, var f] ? new Matrix(a, b, c, d, e, f) : Matrix.Identity;
        if (objects.Numbers(form.StreamDictionary, "BBox") is not [var left, var bottom, var right, var top])
        {
            return;
        }

        var (one, other) = (matrix.Map(left, bottom), matrix.Map(right, top));
        var (width, height) = (Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y));
        var (across, up) = (width > 0 ? (place.Right - place.Left) / width : 1, height > 0 ? (place.Top - place.Bottom) / height : 1);
        _state = GraphicsState.Initial(new Matrix(
            across, 0, 0, up, place.Left - (Math.Min(one.X, other.X) * across), place.Bottom - (Math.Min(one.Y, other.Y) * up)));
        DrawForm(form);
    }

    private void RunStream(ReadOnlySpan<byte> content, Resources resources)
    {
        _bytes += content.Length;
        PageLimits.CheckBytes(_bytes);
        var (outer, floor) = (_resources, _saved);
        _resources = resources;
        var lexer = new ContentLexer(content);
        while (lexer.Next(operands, out var code))
        {
            if (code == ('I' | ('D' << 8)))
            {
                AddPicture();
                lexer.SkipInlineImage();
            }
            else
            {
                Execute(code, floor);
            }
        }

        (_resources, _saved) = (outer, Math.Min(_saved, floor));
    }

    private void Execute(int code, int floor)
    {
        switch (code)
        {
            case 'q':
                Save();
                break;
            case 'Q':
                Restore(floor);
                break;
            case 'm':
                _path.Move(operands.Number(operands.Count - 2), operands.Number(operands.Count - 1), _state.Transformation);
                break;
            case 'l':
                _path.Line(operands.Number(operands.Count - 2), operands.Number(operands.Count - 1), _state.Transformation);
                break;
            case 'c' or 'v' or 'y':
                canvas.Curves++;
                _path.Curve(operands.Number(operands.Count - 2), operands.Number(operands.Count - 1), _state.Transformation);
                break;
            case 'r' | ('e' << 8):
                AddRectangle();
                break;
            case 'h':
                _path.Close();
                break;
            case 'c' | ('m' << 8):
                _state.Transformation = Operand(6).Then(_state.Transformation);
                break;
            case 'D' | ('o' << 8):
                Draw(operands.Name(operands.Count - 1));
                break;
            case 'B' | ('D' << 8) | ('C' << 16) or 'B' | ('M' << 8) | ('C' << 16):
                BeginMarks();
                break;
            case 'E' | ('M' << 8) | ('C' << 16):
                _text.EndReplacement(_marks.End(), _marks.IsFurniture);
                break;
            case 'n':
                _path.Paint(isStroked: false, isFilled: false);
                break;
            case 'S' or 's':
                PaintPath(code == 's', isStroked: true, isFilled: false);
                break;
            case 'f' or 'F' or 'f' | ('*' << 8):
                PaintPath(isClosed: true, isStroked: false, isFilled: true);
                break;
            case 'B' or 'b' or 'B' | ('*' << 8) or 'b' | ('*' << 8):
                PaintPath((code & 0xFF) == 'b', isStroked: true, isFilled: true);
                break;
            default:
                ExecuteText(code);
                break;
        }
    }

    private void AddRectangle()
    {
        var first = operands.Count - 4;
        _path.Rectangle(operands.Number(first), operands.Number(first + 1), operands.Number(first + 2), operands.Number(first + 3), _state.Transformation);
    }

    private void PaintPath(bool isClosed, bool isStroked, bool isFilled)
    {
        if (isClosed)
        {
            _path.Close();
        }

        _path.Paint(isStroked && !_marks.IsHidden, isFilled && !_marks.IsHidden);
    }

    private void ExecuteText(int code)
    {
        var last = operands.Count - 1;
        switch (code)
        {
            case 'B' | ('T' << 8):
                canvas.ShowsText = true;
                _text.Begin();
                break;
            case 'T' | ('f' << 8):
                _state.Font = Font(operands.Name(last - 1));
                _state.FontSize = operands.Number(last);
                break;
            case 'T' | ('c' << 8):
                _state.CharacterSpacing = operands.Number(last);
                break;
            case 'T' | ('w' << 8):
                _state.WordSpacing = operands.Number(last);
                break;
            case 'T' | ('z' << 8):
                _state.HorizontalScale = operands.Number(last) / 100;
                break;
            case 'T' | ('L' << 8):
                _state.Leading = operands.Number(last);
                break;
            case 'T' | ('s' << 8):
                _state.Rise = operands.Number(last);
                break;
            case 'T' | ('d' << 8):
                _text.MoveLine(operands.Number(last - 1), operands.Number(last));
                break;
            case 'T' | ('D' << 8):
                _state.Leading = -operands.Number(last);
                _text.MoveLine(operands.Number(last - 1), operands.Number(last));
                break;
            case 'T' | ('m' << 8):
                _text.Place(Operand(6));
                break;
            case 'T' | ('*' << 8):
                _text.MoveLine(0, -_state.Leading);
                break;
            case 'T' | ('j' << 8):
                Show(last);
                break;
            case 'T' | ('J' << 8):
                ShowArray();
                break;
            case '\'':
                _text.MoveLine(0, -_state.Leading);
                Show(last);
                break;
            case '"':
                (_state.WordSpacing, _state.CharacterSpacing) = (operands.Number(last - 2), operands.Number(last - 1));
                _text.MoveLine(0, -_state.Leading);
                Show(last);
                break;
            case 'g' | ('s' << 8):
                SetFontOfState(operands.Name(last));
                break;
        }
    }

    private void Show(int index)
    {
        if (operands.IsText(index))
        {
            _text.Show(operands.Bytes(index), _state, _marks);
        }
    }

    private void ShowArray()
    {
        for (var index = 0; index < operands.Count; index++)
        {
            if (operands[index].Kind == OperandKind.Number)
            {
                _text.Adjust(operands[index].Number, _state);
            }
            else
            {
                Show(index);
            }
        }
    }

    private void Save()
    {
        // What is saved past the bound cannot be brought back; drawing programs nest by tens.
        if (_saved < MostStates)
        {
            _states[_saved] = _state;
        }

        _saved++;
    }

    private void Restore(int floor)
    {
        if (_saved > floor)
        {
            _saved--;
            if (_saved < MostStates)
            {
                _state = _states[_saved];
            }
        }
    }

    private Matrix Operand(int count)
    {
        var first = operands.Count - count;
        return new Matrix(
            operands.Number(first), operands.Number(first + 1), operands.Number(first + 2), operands.Number(first + 3), operands.Number(first + 4), operands.Number(first + 5));
    }

    private PdfFont? Font(string? name)
    {
        // Most streams go back and forth between few fonts.
        if (name is null || (name == _fontName && ReferenceEquals(_fontResources, _resources)))
        {
            return name is null ? null : _font;
        }

        (_fontName, _fontResources) = (name, _resources);
        return _font = _resources?.Find("Font", name) is { } token ? fonts.Get(token) : null;
    }

    private void SetFontOfState(string? name)
    {
        if (name is not null && PdfObjects.AsDictionary(objects.Resolve(_resources?.Find("ExtGState", name))) is { } state
            && objects.Array(state, "Font") is { Data: [var font, var size] })
        {
            _state.Font = fonts.Get(font);
            _state.FontSize = objects.Resolve(size) is NumericToken number ? number.Data : _state.FontSize;
        }
    }

    private void BeginMarks()
    {
        var isArtifact = operands.Name(0) == "Artifact";
        var (type, actual) = (default(string), default(string));
        if (operands.Count == 2 && operands.Name(1) is { } properties)
        {
            var dictionary = PdfObjects.AsDictionary(objects.Resolve(_resources?.Find("Properties", properties)));
            (type, actual) = (objects.Name(dictionary, "Type"), objects.Text(dictionary, "ActualText"));
        }
        else
        {
            type = operands.Name(operands.ValueOf("Type"u8));
            var text = operands.ValueOf("ActualText"u8);
            actual = operands.IsText(text) ? PdfObjects.DecodeText(operands.Bytes(text)) : null;
        }

        var isHidden = hidden is not null && operands.Count == 2 && operands.Name(0) == "OC" && operands.Name(1) is { } group && hidden.Hides(_resources?.Find("Properties", group));
        _marks.Begin(isArtifact && type == "Pagination", actual, isHidden);
    }

    private void Draw(string? name)
    {
        if (name is null || _depth == MostDepth || objects.Resolve(_resources?.Find("XObject", name)) is not StreamToken stream
            || (stream.StreamDictionary.Data.TryGetValue("OC", out var group) && hidden?.Hides(group) == true))
        {
            return;
        }

        switch (objects.Name(stream.StreamDictionary, "Subtype"))
        {
            case "Image":
                AddPicture();
                break;
            case "Form":
                DrawForm(stream);
                break;
        }
    }

    private void AddPicture()
    {
        if (!_marks.IsHidden)
        {
            canvas.AddPicture(_state.Transformation);
        }
    }

    private void DrawForm(StreamToken form)
    {
        if (++_forms > MostForms)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, $"This PDF cannot be parsed: one of its pages draws more than {MostForms:N0} forms.");
        }

        var (state, font) = (_state, (_fontName, _fontResources, _font));
        if (objects.Numbers(form.StreamDictionary, "Matrix") is [var a, var b, var c, var d, var e, var f])
        {
            _state.Transformation = new Matrix(a, b, c, d, e, f).Then(_state.Transformation);
        }

        _depth++;
        var text = _text.Save();
        RunStream(objects.Decode(form).Span, new Resources(objects, objects.Dictionary(form.StreamDictionary, "Resources"), _resources));
        _text.Restore(text);
        _depth--;
        (_state, (_fontName, _fontResources, _font)) = (state, font);
    }
}
