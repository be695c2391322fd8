using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>Widths, and heights for text set from top to bottom, of a composite font (ISO 32000-1, 9.7.4.3).</summary>
internal sealed class CidWidths
{
    private const int MostCids = 1 << 16;

    private readonly Dictionary<int, double> _widths;
    private readonly Dictionary<int, double> _heights;
    private readonly double _width;
    private readonly double _height;

    public CidWidths(PdfObjects objects, DictionaryToken font)
    {
        _width = objects.Number(font, "DW") ?? 1000;
        _height = objects.Numbers(font, "DW2") is [_, var height, ..] ? height : -1000;
        _widths = Read(objects, objects.Array(font, "W"), 1);
        _heights = Read(objects, objects.Array(font, "W2"), 3);
    }

    public double Width(int cid) => _widths.GetValueOrDefault(cid, _width);

    /// <summary>How far a glyph moves down.</summary>
    public double Height(int cid) => -_heights.GetValueOrDefault(cid, _height);

    // "first [w w w]" or "first last w", where w is one number or, for heights, three of which the first counts.
    private static Dictionary<int, double> Read(PdfObjects objects, ArrayToken? array, int numbers)
    {
        var values = new Dictionary<int, double>();
        for (var index = 0; array is not null && index + 1 < array.Data.Count;)
        {
            var first = Whole(objects, array.Data[index]);
            if (objects.Resolve(array.Data[index + 1]) is ArrayToken list)
            {
                for (var at = 0; at < list.Data.Count && values.Count < MostCids; at += numbers)
                {
                    values[first + (at / numbers)] = Number(objects, list.Data[at]);
                }

                index += 2;
            }
            else if (index + 2 < array.Data.Count)
            {
                var last = Math.Min(Whole(objects, array.Data[index + 1]), first + MostCids);
                var value = Number(objects, array.Data[index + 2]);
                for (var cid = first; cid <= last && values.Count < MostCids; cid++)
                {
                    values[cid] = value;
                }

                index += 2 + numbers;
            }
            else
            {
                break;
            }
        }

        return values;
    }

    private static int Whole(PdfObjects objects, IToken token) => (int)Math.Clamp(Number(objects, token), 0, MostCids);

    private static double Number(PdfObjects objects, IToken token) => objects.Resolve(token) is NumericToken number ? number.Data : 0;
}
