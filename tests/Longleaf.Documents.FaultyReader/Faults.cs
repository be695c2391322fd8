using System.Runtime.CompilerServices;
using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.FaultyReader;

/// <summary>What can go wrong in a reader, by the name of the file it is given.</summary>
internal static class Faults
{
    // A frame with a number and an outcome.
    private const int AnswerBytes = Protocol.HeaderBytes + sizeof(int) + 1;

    private static readonly List<byte[]> Held = [];

    public static void Commit(string fault, ReaderRequest request, FrameWriter writer, Stream output, Stream input)
    {
        switch (fault)
        {
            case "hang":
                new ManualResetEventSlim().Wait();
                break;
            case "spin":
                while (true)
                {
                    Held.Clear();
                }

            case "allocate":
                while (true)
                {
                    Held.Add(new byte[1 << 20]);
                    Array.Fill(Held[^1], (byte)1);
                }

            case "crash":
                Environment.FailFast("The test says so.");
                break;
            case "overflow":
                _ = Overflow(0);
                break;
            case "exit":
                Environment.Exit(0);
                break;
            case "garbage":
                Send(output, [.. Enumerable.Range(0, 4096).Select(index => (byte)(index * 31))]);
                break;
            case "huge frame":
                Send(output, [(byte)FrameKind.Block, 0xFF, 0xFF, 0xFF, 0x7F]);
                break;
            case "negative frame":
                Send(output, [(byte)FrameKind.Block, 0xFF, 0xFF, 0xFF, 0xFF]);
                break;
            case "cut frame":
                output.Write([(byte)FrameKind.Block, 100, 0, 0, 0, 1, 2, 3]);
                output.Flush();
                Environment.Exit(0);
                break;
            case "surrogate":
                // U+D800 in what would be UTF-8.
                BlockOf(writer, [0xED, 0xA0, 0x80]);
                break;
            case "control":
                BlockOf(writer, [(byte)'a', 0x1B, (byte)'[']);
                break;
            case "no blocks":
                break;
            case "unknown kind":
                writer.Begin(FrameKind.Block).Byte(200).Byte(0).Int32(0).Int32(-1).Int32(-1).Byte(0).Byte(0).Text("text").End();
                break;
            case "endless blocks":
                while (true)
                {
                    EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = new string('x', 60_000) });
                }

            case "endless requests":
                while (true)
                {
                    writer.Begin(FrameKind.PageTextWanted).Int32(1).Int32(1).End();
                    writer.Flush();
                }

            case "endless recognitions":
                for (var number = 1; ; number++)
                {
                    writer.Begin(FrameKind.PageDrawingWanted).Int32(number).Int32(1).Int32(100).End();
                    writer.Flush();
                }

            case "huge page":
                writer.Begin(FrameKind.PageDrawingWanted).Int32(1).Int32(1).Int32(int.MaxValue).End();
                writer.Flush();
                break;
            case "huge picture":
                writer.Begin(FrameKind.PictureRecognitionWanted).Int32(1).Byte(0).Byte(0).Int32(30_000).Int32(30_000).End();
                writer.Flush();
                break;
            case "pixels of no picture":
                writer.Begin(FrameKind.PictureBytes).Bytes([1, 2, 3]).End();
                writer.Flush();
                break;
            case "more pixels":
                writer.Begin(FrameKind.PictureRecognitionWanted).Int32(1).Byte(0).Byte(0).Int32(2).Int32(2).End();
                writer.Begin(FrameKind.PictureBytes).Bytes([1, 2, 3, 4, 5]).End();
                writer.Flush();
                break;
            case "half a picture":
                writer.Begin(FrameKind.PictureRecognitionWanted).Int32(1).Byte(0).Byte(0).Int32(2).Int32(2).End();
                writer.Begin(FrameKind.PictureBytes).Bytes([1, 2]).End();
                writer.Flush();
                new ManualResetEventSlim().Wait();
                break;
            case "slow frame":
                // A byte every now and then of a frame that never ends.
                output.Write([(byte)FrameKind.Block, 0, 1, 0, 0]);
                while (true)
                {
                    output.WriteByte(0);
                    output.Flush();
                    new ManualResetEventSlim().Wait(TimeSpan.FromMilliseconds(20));
                }

            case "endless progress":
                while (true)
                {
                    EventFrames.Write(writer, new ReaderEvent.Progress("reading", 1, 2, "pages"));
                    writer.Flush();
                }

            case "endless errors":
                using (var errors = Console.OpenStandardError())
                {
                    while (true)
                    {
                        errors.Write(new byte[64 * 1024]);
                    }
                }

            case "deaf":
                // The answers that nobody reads fill the pipe, one by one: the parent must not wait for it to empty.
                BreakOut.ShrinkInput();
                for (var number = 1; number <= 30_000; number++)
                {
                    writer.Begin(FrameKind.PageDrawingWanted).Int32(number).Int32(1).Int32(100).End();
                    writer.Flush();
                    SpinWait.SpinUntil(() => BreakOut.BytesToRead() >= number * AnswerBytes);
                }

                break;
            case "closed input":
                input.Dispose();
                _ = BreakOut.Close(0);
                writer.Begin(FrameKind.PageTextWanted).Int32(1).Int32(1).End();
                writer.Flush();
                new ManualResetEventSlim().Wait();
                break;
            case "second acceptance":
                request.Accept(writer);
                break;
            case "break out":
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = string.Join('\n', BreakOut.Attempts(request.Path)) });
                break;
            case "work a second":
                var clock = Environment.CpuUsage.TotalTime;
                while (Environment.CpuUsage.TotalTime - clock < TimeSpan.FromSeconds(1))
                {
                }

                goto default;
            case "take memory":
                TakeMemory();
                ManagedMemory.GiveBack();
                goto default;
            case "identity":
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = Leftovers.Identity });
                break;
            default:
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = "read" });
                break;
        }
    }

    private static void BlockOf(FrameWriter writer, byte[] text)
    {
        writer.Begin(FrameKind.Block).Byte(0).Byte(0).Int32(0).Int32(-1).Int32(-1).Byte(0).Byte(0).Int32(text.Length);
        foreach (var unit in text)
        {
            writer.Byte(unit);
        }

        writer.End();
        writer.Flush();
    }

    private static void Send(Stream output, byte[] bytes)
    {
        output.Write(bytes);
        output.Flush();
        new ManualResetEventSlim().Wait(TimeSpan.FromSeconds(30));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakeMemory() => Array.Fill(new byte[200 << 20], (byte)1);

    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;
}
