using System.Globalization;
using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.Xlsx.Formatting;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>What a chart says: its title, its axes, its series, and the numbers that it keeps of them.</summary>
internal sealed class Chart
{
    private const int MaxSeries = 50;
    private const int MaxPoints = 1000;

    private readonly List<string> _axes = [];
    private readonly List<Series> _series = [];
    private string _title = "";

    private Chart()
    {
    }

    /// <summary>What it says in words, as one line; empty for a chart without words.</summary>
    public string Words
    {
        get
        {
            var parts = new[] { _title, Listed("axes", _axes), Listed("series", _series.Select(series => series.Name)) }.Where(part => part.Length > 0).ToList();
            return parts.Count == 0 ? "" : $"Chart: {string.Join("; ", parts)}";
        }
    }

    /// <summary>Its numbers: a row for each category, a column for each series; nothing if it keeps none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows
    {
        get
        {
            var count = _series.Select(series => series.Values.Count).DefaultIfEmpty(0).Max();
            var categories = _series.Select(series => series.Categories).FirstOrDefault(labels => labels.Count > 0) ?? [];
            return count == 0 ? [] :
            [
                ["", .. _series.Select(series => series.Name)],
                .. Enumerable.Range(0, count).Select(IReadOnlyList<string> (row) =>
                    [row < categories.Count ? categories[row] : "", .. _series.Select(series => row < series.Values.Count ? series.Values[row] : "")]),
            ];
        }
    }

    public static Chart Read(XmlReader reader)
    {
        var chart = new Chart();
        var ancestors = new Stack<string>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && ancestors.Count > 0)
            {
                ancestors.Pop();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                chart.ReadElement(reader, ancestors);
            }
        }

        return chart;
    }

    private void ReadElement(XmlReader reader, Stack<string> ancestors)
    {
        if (reader.LocalName == "title")
        {
            var isOfChart = ancestors.TryPeek(out var parent) && parent == "chart";
            var text = CleanText.OfLine(DrawingText.Read(reader));
            if (isOfChart)
            {
                _title = text;
            }
            else if (_axes.Count < MaxSeries)
            {
                _axes.Add(text);
            }
        }
        else if (reader.LocalName == "ser" && _series.Count < MaxSeries)
        {
            _series.Add(Series.Read(reader));
        }
        else if (!reader.IsEmptyElement)
        {
            ancestors.Push(reader.LocalName);
        }
    }

    private static string Listed(string name, IEnumerable<string> texts)
    {
        var words = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return words.Count == 0 ? "" : $"{name}: {string.Join(", ", words)}";
    }

    private sealed class Series
    {
        public string Name { get; private set; } = "";

        public List<string> Categories { get; } = [];

        public List<string> Values { get; } = [];

        public static Series Read(XmlReader reader)
        {
            var series = new Series();
            var depth = reader.Depth;
            while (XmlWalk.NextChild(reader, depth))
            {
                switch (reader.LocalName)
                {
                    case "tx":
                        series.Name = CleanText.OfLine(DrawingText.Read(reader));
                        break;
                    case "cat" or "xVal":
                        ReadPoints(reader, series.Categories);
                        break;
                    case "val" or "yVal":
                        ReadPoints(reader, series.Values);
                        break;
                    default:
                        XmlWalk.Skip(reader);
                        break;
                }
            }

            return series;
        }

        private static void ReadPoints(XmlReader reader, List<string> points)
        {
            var (format, place, value) = (NumberFormat.General, 0, new StringBuilder());
            var depth = reader.Depth;
            if (reader.IsEmptyElement)
            {
                return;
            }

            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "formatCode":
                        value.Clear();
                        XmlWalk.AppendText(reader, value);
                        format = NumberFormat.Parse(value.ToString());
                        break;
                    case "pt":
                        place = int.TryParse(reader.GetAttribute("idx"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : points.Count;
                        break;
                    case "v" when place < MaxPoints:
                        value.Clear();
                        XmlWalk.AppendText(reader, value);
                        Put(points, place, Shown(value.ToString(), format));
                        break;
                    default:
                        break;
                }
            }
        }

        private static void Put(List<string> points, int place, string value)
        {
            while (points.Count <= place)
            {
                points.Add("");
            }

            // Levels of categories stand one after the other, the innermost first.
            points[place] = points[place].Length == 0 ? value : $"{value}, {points[place]}";
        }

        private static string Shown(string value, NumberFormat format) =>
            CleanText.OfLine(double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? format.Format(number, since1904: false) : value);
    }
}
