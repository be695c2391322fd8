using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads a workbook's sheets one after the other, each under a heading with its name.</summary>
internal sealed class SheetsReader(OpenXmlPackage package, CellValues values, CommentReader comments, BlockSink sink, Action reportProgress)
{
    private const int HeadingLevel = 2;
    private const int RowsBetweenReports = 5000;

    // Sheets without their heading yet: a workbook of nothing but empty sheets has no text.
    private readonly Queue<SheetEntry> _unnamed = [];
    private readonly HashSet<string> _furniture = new(StringComparer.Ordinal);
    private readonly DrawingReader _drawings = new(package, sink.Limits);

    public void Read(IReadOnlyList<SheetEntry> sheets)
    {
        foreach (var sheet in sheets)
        {
            _unnamed.Enqueue(sheet);
            Read(sheet);
            reportProgress();
        }

        if (sink.Blocks > 0)
        {
            AddHeadings();
        }
    }

    private void Read(SheetEntry sheet)
    {
        var relationships = SideParts.Tolerate(sink, () => package.RelationshipsOf(sheet.Part)) ?? [];
        var tail = SideParts.Tolerate(sink, () => SheetTail.Read(package, sheet, relationships, sink)) ?? new SheetTail();
        var notes = SideParts.Tolerate(sink, () => comments.Read(relationships.Values)) ?? [];
        notes.AddRange(SideParts.Tolerate(sink, () => _drawings.Read(relationships.Values)) ?? []);
        if (notes.Count > 0)
        {
            AddHeadings();
        }

        var part = package.Open(sheet.Part)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged workbook: a sheet is missing.");
        using var reader = new SheetReader(new SheetStream(part), values, tail, sink.Limits);
        var layout = new SheetLayout(sink, new Location { Sheet = sheet.Name }, [.. notes.OrderBy(note => note.Row)]);
        var row = new SheetRow();
        for (var rows = 1; reader.Read(row); rows++)
        {
            if (row.Cells.Count > 0)
            {
                AddHeadings();
                layout.Add(row);
            }

            if (rows % RowsBetweenReports == 0)
            {
                reportProgress();
            }
        }

        layout.Complete();
        AddFurniture(sheet, tail.Furniture);
        if (reader.LacksResults)
        {
            sink.Warn("Formulas in this workbook have no results saved with them and were left out: open it in Excel, save it and upload it again.");
        }
    }

    // The sheets of a workbook mostly have the same.
    private void AddFurniture(SheetEntry sheet, IReadOnlyList<string> furniture)
    {
        foreach (var text in furniture)
        {
            if (_furniture.Add(text))
            {
                AddHeadings();
                sink.Add(BlockKind.Furniture, text, location: new Location { Sheet = sheet.Name });
            }
        }
    }

    private void AddHeadings()
    {
        while (_unnamed.TryDequeue(out var sheet))
        {
            var name = sheet.IsHidden ? $"{sheet.Name} (hidden)" : sheet.Name;
            sink.Add(BlockKind.Heading, $"{new string('#', HeadingLevel)} {name}", HeadingLevel, location: new Location { Sheet = sheet.Name });
        }
    }
}
