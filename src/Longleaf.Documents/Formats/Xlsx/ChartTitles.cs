using System.Xml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>What a chart says in words: its title, its axes, its series. Its numbers are the sheet's.</summary>
internal static class ChartTitles
{
    private const int MaxSeries = 50;

    /// <summary>One line; empty for a chart without words.</summary>
    public static string Read(XmlReader reader)
    {
        var (title, axes, series) = (default(string), new List<string>(), new List<string>());
        var ancestors = new Stack<string>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && ancestors.Count > 0)
            {
                ancestors.Pop();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                var parent = ancestors.Count > 0 ? ancestors.Peek() : "";
                if (reader.LocalName == "title" || (reader.LocalName == "tx" && parent == "ser"))
                {
                    var isSeries = reader.LocalName == "tx";
                    var text = CleanText.OfLine(DrawingText.Read(reader));
                    title = !isSeries && parent == "chart" ? text : title;
                    (isSeries ? series : parent == "chart" ? [] : axes).Add(text);
                }
                else if (!reader.IsEmptyElement)
                {
                    ancestors.Push(reader.LocalName);
                }
            }
        }

        var parts = new[] { title ?? "", Listed("axes", axes), Listed("series", series) }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "" : $"Chart: {string.Join("; ", parts)}";
    }

    private static string Listed(string name, List<string> texts)
    {
        var words = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxSeries).ToList();
        return words.Count == 0 ? "" : $"{name}: {string.Join(", ", words)}";
    }
}
