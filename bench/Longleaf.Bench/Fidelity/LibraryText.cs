using System.Globalization;
using System.Text;
using ExcelDataReader;
using global::DocumentFormat.OpenXml;
using global::DocumentFormat.OpenXml.Packaging;
using global::DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Longleaf.Bench.Fidelity;

/// <summary>What libraries of .NET make of documents, used as their own examples do.</summary>
internal static class LibraryText
{
    /// <summary>PdfPig's <see cref="ContentOrderTextExtractor"/>, the best of its own.</summary>
    public static string Pdf(string path)
    {
        using var document = PdfDocument.Open(path);
        return string.Join('\n', document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
    }

    /// <summary>The SDK's forward reader over the body: runs of text, a line for each paragraph.</summary>
    public static string Word(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        using var reader = OpenXmlReader.Create(document.MainDocumentPart!);
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Text) && reader.IsStartElement)
            {
                text.Append(reader.GetText());
            }
            else if (reader.ElementType == typeof(TabChar) || reader.ElementType == typeof(Break))
            {
                text.Append(' ');
            }
            else if (reader.ElementType == typeof(Paragraph) && reader.IsEndElement)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Every value of every sheet, below the sheet's name.</summary>
    public static string Workbook(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var text = new StringBuilder();
        do
        {
            text.Append(reader.Name).Append('\n');
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)).Append('\t');
                }

                text.Append('\n');
            }
        }
        while (reader.NextResult());

        return text.ToString();
    }
}
