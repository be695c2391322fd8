using CsCheck;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Tests.Isolation;

public sealed class WireTests
{
    [Fact]
    public void Blocks_come_out_as_they_went_in()
    {
        var text = Gen.Char['a', 'z'].Array[1, 200].Select(units => new string(units) + "\n漢字\U0001F600");
        Gen.Select(text, Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[1, 6], Gen.Int[1, 9999]).Sample((content, kind, join, level, page) =>
        {
            var block = new Block
            {
                Kind = (BlockKind)kind,
                Text = content,
                Join = (BlockJoin)join,
                Level = level,
                Location = new Location { Page = page, Sheet = "Sheet", Row = page, Path = "$.a[1]" },
            };
            using var stream = new MemoryStream();
            var writer = new FrameWriter(stream);
            EventFrames.Write(writer, block);
            writer.Flush();

            var read = EventFrames.ReadBlock(stream.ToArray().AsSpan(Protocol.HeaderBytes));

            Assert.Equal(block, read);
        });
    }

    [Fact]
    public void What_is_known_of_a_document_comes_out_as_it_went_in()
    {
        var info = new DocumentInfo { Format = DocumentFormat.Epub, Title = "Title", Author = "Author", Language = "en", Pages = 3, Charset = "utf-8", Warnings = ["One."] };
        using var stream = new MemoryStream();
        EventFrames.WriteEnd(new FrameWriter(stream), new ReaderEvent.Completed(info));

        var read = EventFrames.ReadCompleted(stream.ToArray().AsSpan(Protocol.HeaderBytes));

        Assert.Equal(info.Warnings, read.Warnings);
        Assert.Equal(info with { Warnings = [] }, read with { Warnings = [] });
    }

    [Fact]
    public void Any_bytes_are_a_frame_or_refused()
    {
        Gen.Select(Gen.Byte.Array[0, 64], Gen.Byte[1, 8]).Sample((bytes, kind) =>
        {
            try
            {
                _ = (FrameKind)kind switch
                {
                    FrameKind.Progress => (object)EventFrames.ReadProgress(bytes),
                    FrameKind.Completed => EventFrames.ReadCompleted(bytes),
                    FrameKind.Failed => EventFrames.ReadFailed(bytes),
                    _ => EventFrames.ReadBlock(bytes),
                };
            }
            catch (WireException)
            {
            }
        });
    }

    [Fact]
    public async Task A_stream_of_any_bytes_gives_frames_or_is_refused()
    {
        await Gen.Byte.Array[0, 300].SampleAsync(async bytes =>
        {
            using var stream = new MemoryStream(bytes);
            var frames = new FrameReader(stream);
            try
            {
                while (await frames.ReadAsync(CancellationToken.None) is { } frame)
                {
                    Assert.InRange(frame.Payload.Length, 0, Protocol.MaxPayloadBytes);
                }
            }
            catch (WireException)
            {
            }
        });
    }
}
