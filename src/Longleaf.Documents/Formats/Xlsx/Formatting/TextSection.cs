using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>A section that shows the cell's text, and numbers as <c>General</c>.</summary>
internal sealed class TextSection(IReadOnlyList<FormatToken> tokens) : FormatSection
{
    public override bool HasText => true;

    public override bool Append(StringBuilder output, double magnitude, bool since1904)
    {
        AppendText(output, GeneralNumber.Format(magnitude));
        return true;
    }

    public override void AppendText(StringBuilder output, string text)
    {
        foreach (var token in tokens)
        {
            output.Append(token.Kind == FormatTokenKind.Text ? text : token.Text);
        }
    }
}
