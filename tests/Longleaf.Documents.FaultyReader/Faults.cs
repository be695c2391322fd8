using System.Diagnostics;
using System.Net.Sockets;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.FaultyReader;

/// <summary>What can go wrong in a reader, by the name of the file it is given.</summary>
internal static class Faults
{
    private static readonly List<byte[]> Held = [];

    public static void Commit(string fault, ReaderRequest request, FrameWriter writer, Stream output)
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
                writer.Begin(FrameKind.Block).Byte(200).Byte(0).Int32(0).Int32(-1).Int32(-1).Byte(0).Text("text").End();
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
            case "break out":
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = string.Join('\n', Attempts(request.Path)) });
                break;
            default:
                EventFrames.Write(writer, new Block { Kind = BlockKind.Paragraph, Text = "read" });
                break;
        }
    }

    private static IEnumerable<string> Attempts(string document)
    {
        yield return "socket: " + Try(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose());
        yield return "program: " + Try(() => Process.Start(new ProcessStartInfo("/usr/bin/true")));
        yield return "write document: " + Try(() => File.AppendAllText(document, "x"));
        yield return "write temporary: " + Try(() => File.WriteAllText("/tmp/longleaf-test", "x"));
        yield return "read passwords: " + Try(() => File.OpenRead("/etc/passwd").Dispose());
        yield return "read document: " + Try(() => File.OpenRead(document).Dispose());
        yield return "processes seen: " + (Directory.EnumerateDirectories("/proc").Count(path => char.IsDigit(Path.GetFileName(path)[0])) < 5 ? "refused" : "done");
    }

    private static string Try(Action action)
    {
        try
        {
            action();
            return "done";
        }
        catch (Exception)
        {
            return "refused";
        }
    }

    private static void BlockOf(FrameWriter writer, byte[] text)
    {
        writer.Begin(FrameKind.Block).Byte(0).Byte(0).Int32(0).Int32(-1).Int32(-1).Byte(0).Int32(text.Length);
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

    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;
}
