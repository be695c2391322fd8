namespace Longleaf.Documents.Isolation.Wire;

/// <summary>The events of reading a document as frames.</summary>
internal static class EventFrames
{
    public static void Write(FrameWriter writer, Block block) => writer.Begin(FrameKind.Block)
        .Byte((byte)block.Kind)
        .Byte((byte)block.Join)
        .Int32(Math.Clamp(block.Level, 0, Protocol.MaxListLevel))
        .OptionalInt32(block.Location.Page)
        .OptionalInt32(block.Location.Row)
        .ShortText(block.Location.Sheet)
        .ShortText(block.Location.Path)
        .Text(block.Text)
        .End();

    public static Block ReadBlock(ReadOnlySpan<byte> bytes)
    {
        var payload = new PayloadReader(bytes);
        var kind = payload.Enum<BlockKind>();
        var join = payload.Enum<BlockJoin>();
        var level = payload.Int32(kind == BlockKind.Heading ? 1 : 0, kind == BlockKind.Heading ? 6 : Protocol.MaxListLevel);
        var location = new Location
        {
            Page = payload.OptionalInt32(),
            Row = payload.OptionalInt32(),
            Sheet = payload.OptionalText(),
            Path = payload.OptionalText(),
        };
        var text = payload.Text(Block.MaxCharacters);
        payload.End();
        return text.Length > 0
            ? new Block { Kind = kind, Text = text, Level = level, Join = join, Location = location }
            : throw new WireException("A block is empty.");
    }

    public static void Write(FrameWriter writer, ReaderEvent.Progress progress) => writer.Begin(FrameKind.Progress)
        .ShortText(progress.Stage)
        .Int64(progress.Done)
        .Int64(progress.Total)
        .ShortText(progress.Unit)
        .End();

    public static ReaderEvent.Progress ReadProgress(ReadOnlySpan<byte> bytes)
    {
        var payload = new PayloadReader(bytes);
        var stage = payload.OptionalText();
        var (done, total) = (payload.Int64(), payload.Int64());
        var unit = payload.OptionalText();
        payload.End();
        return stage is "reading" or "ocr" && unit is "pages" or "bytes" && done >= 0 && total >= 0
            ? new ReaderEvent.Progress(stage, done, total, unit)
            : throw new WireException("Progress of an unknown kind.");
    }

    public static void WriteEnd(FrameWriter writer, ReaderEvent end)
    {
        if (end is ReaderEvent.Completed { Info: var info })
        {
            writer.Begin(FrameKind.Completed)
                .Byte((byte)info.Format)
                .ShortText(info.Title)
                .ShortText(info.Author)
                .ShortText(info.Language)
                .OptionalInt32(info.Pages)
                .ShortText(info.Charset)
                .Int32(info.Warnings.Count);
            foreach (var warning in info.Warnings)
            {
                writer.ShortText(warning);
            }

            writer.End();
        }
        else if (end is ReaderEvent.Failed { Failure: var failure })
        {
            writer.Begin(FrameKind.Failed).Byte((byte)failure.Code).ShortText(failure.Reason).End();
        }

        writer.Flush();
    }

    public static DocumentInfo ReadCompleted(ReadOnlySpan<byte> bytes)
    {
        var payload = new PayloadReader(bytes);
        var info = new DocumentInfo
        {
            Format = payload.Enum<DocumentFormat>(),
            Title = payload.OptionalText(),
            Author = payload.OptionalText(),
            Language = payload.OptionalText(),
            Pages = payload.OptionalInt32(),
            Charset = payload.OptionalText(),
        };
        var warnings = new string[payload.Int32(0, Protocol.MaxWarnings)];
        for (var index = 0; index < warnings.Length; index++)
        {
            warnings[index] = payload.OptionalText() ?? "";
        }

        payload.End();
        return info with { Warnings = warnings };
    }

    public static DocumentFailure ReadFailed(ReadOnlySpan<byte> bytes)
    {
        var payload = new PayloadReader(bytes);
        var failure = new DocumentFailure(payload.Enum<DocumentFailureCode>(), payload.OptionalText() ?? "This file cannot be parsed.");
        payload.End();
        return failure;
    }
}
