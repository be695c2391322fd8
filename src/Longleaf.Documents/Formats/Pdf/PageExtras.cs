using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>What stands on pages but not in their content: values of form fields, text and comments of annotations.</summary>
internal static class PageExtras
{
    private const int MostFields = 20_000;

    /// <summary>Form fields that have a value, by page: <c>name: value</c>.</summary>
    public static ILookup<int, string> FieldValues(PdfDocument document)
    {
        if (!document.TryGetForm(out var form) || form is null)
        {
            return Enumerable.Empty<string>().ToLookup(_ => 0);
        }

        return form.GetFields().Take(MostFields)
            .Select(field => (Page: field.PageNumber ?? 1, Text: Line(field)))
            .Where(entry => entry.Text is not null)
            .ToLookup(entry => entry.Page, entry => entry.Text!);
    }

    /// <summary>Text boxes and comments that readers put on a page.</summary>
    public static IEnumerable<(BlockKind Kind, string Text)> Annotations(Page page)
    {
        foreach (var annotation in page.GetAnnotations())
        {
            if (!string.IsNullOrWhiteSpace(annotation.Content)
                && annotation.Type is AnnotationType.FreeText or AnnotationType.Text or AnnotationType.Highlight)
            {
                yield return annotation.Type == AnnotationType.FreeText
                    ? (BlockKind.Paragraph, annotation.Content)
                    : (BlockKind.Note, $"Comment: {annotation.Content}");
            }
        }
    }

    private static string? Line(AcroFieldBase field)
    {
        var value = field switch
        {
            AcroTextField text => text.Value,
            AcroCheckboxField box => box.IsChecked ? "☒" : null,
            AcroRadioButtonField button => button.IsSelected ? "☒" : null,
            AcroComboBoxField combo => string.Join(", ", combo.SelectedOptions),
            AcroListBoxField list => string.Join(", ", list.SelectedOptions),
            _ => null,
        };
        var name = field.Information.AlternateName is { Length: > 0 } alternate ? alternate : field.Information.PartialName;
        return string.IsNullOrWhiteSpace(value) ? null : string.IsNullOrWhiteSpace(name) ? value : $"{name}: {value}";
    }
}
