using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Ocr;

/// <summary>A page on its way through recognition.</summary>
/// <param name="Outcome">How its drawing ended.</param>
/// <param name="Page">The page, prepared; <see langword="null"/> if there is nothing to recognise.</param>
/// <param name="Script">What it is recognised as.</param>
/// <param name="Layout">How its text lies.</param>
internal sealed record RecognitionJob(RecognitionOutcome Outcome, PreparedPage? Page, TextScript Script, PictureLayout Layout)
{
    /// <summary>Its pictures: what stands outside of tables, and the sheets of each table.</summary>
    public IEnumerable<PictureToRecognize> Pictures()
    {
        if (Page is null)
        {
            yield break;
        }

        if (Page.HasBody)
        {
            yield return new PictureToRecognize(Page.Body, Script, Layout);
        }

        foreach (var sheet in Page.Tables.SelectMany(table => table.Sheets))
        {
            yield return new PictureToRecognize(sheet.Picture, Script, PictureLayout.Lines);
        }
    }

    /// <summary>Makes text of what came of each of <see cref="Pictures"/>.</summary>
    public RecognizedPage Read(IReadOnlyList<Recognition> parts)
    {
        if (Page is null)
        {
            return new RecognizedPage(Outcome, RecognizedText.Nothing, Script);
        }

        var failed = parts.Where(part => part.Outcome != RecognitionOutcome.Done).ToList();
        if (failed.Count > 0)
        {
            return new RecognizedPage(failed[0].Outcome, RecognizedText.Nothing, Script);
        }

        var next = 0;
        var body = Page.HasBody ? parts[next++].Words : "";
        var tables = Page.Tables.Select(table => (
            table.Table,
            Scaled(table.Table.Area),
            (IReadOnlyList<(CellSheet, string)>)[.. table.Sheets.Select(sheet => (sheet, parts[next++].Words))])).ToList();
        return new RecognizedPage(RecognitionOutcome.Done, RecognizedText.Of(body, tables), Script);
    }

    private PixelArea Scaled(PixelArea area) =>
        new((int)(area.Left * Page!.Scale), (int)(area.Top * Page.Scale), (int)(area.Right * Page.Scale), (int)(area.Bottom * Page.Scale));
}
